/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/region-tree.h"

/**
 * Division:
 * @statutory: FALSE for development zones and other equivalents
 * @is_named_once: no other division of the country has its name
 */
typedef struct {
  char code[10];
  const char *name;
  AtlasRegionLevel level;
  gboolean statutory;
  gboolean is_named_once;
} Division;

/**
 * County:
 * @division: a division of the county level, or the one that stands there and has the townships (Dongguan)
 * @province: index into the provinces of the country
 * @townships: (array length=n_townships): at least one
 * @stations: (element-type Station) (nullable): those in it, once stations_plan() has made them
 */
typedef struct {
  const Division *division;
  guint province;
  const Division *townships;
  guint n_townships;
  GArray *stations;
} County;

/**
 * Ledger:
 * @division: who keeps it: a province, a prefecture, or a county as above
 * @province: index into the provinces of the country
 * @n_townships: of a county; 0 for the others
 */
typedef struct {
  const Division *division;
  guint province;
  guint n_townships;
} Ledger;

/**
 * Country:
 * @divisions: (element-type Division): all of regions.csv
 * @counties: (element-type County): those that take part
 * @provinces: (element-type Division): pointers to those with such counties
 * @ledgers: (element-type Ledger): of those counties, and of the prefectures and provinces above them
 *
 * The bundled divisions, all in code order.
 */
typedef struct {
  GArray *divisions;
  GArray *counties;
  GPtrArray *provinces;
  GArray *ledgers;
  GStringChunk *names;
} Country;

/* Reads regions.csv at PATH. Whole counties take part, spread over the country by SEED, with PER_MILLION of its
 * townships; all where that is a million or more. */
Country *country_read  (const char *path, guint64 per_million, guint64 seed, GError **error);
void     country_free  (Country *self);

/* What falls to WEIGHT of TOTAL things handed out in turn, where the weights before it add up to BEFORE, and all to
 * ALL: whole numbers that add up to TOTAL. */
guint    country_share (guint64 total, guint64 before, guint64 weight, guint64 all);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Country, country_free)
