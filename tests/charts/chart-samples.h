/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-layout.h"

G_BEGIN_DECLS

/* Tables made by hand, for tests of what is drawn from them. */

/* A value as a sample has it; NULL region ends a list. */
typedef struct {
  const char *region;  /* code of a sample region */
  const char *by;      /* (nullable) */
  int year;
  double value;        /* NAN: missing */
  AtlasQualifier qualifier;
  gboolean stand_in;
  const char *period;  /* (nullable): the year */
  const char *note;    /* (nullable) */
  AtlasMissing missing;
  const char *base_of; /* (nullable): the indicator a rate was divided by, with its value in BASE */
  double base;
  const char *further_by; /* (nullable): the value of a second dimension */
} SampleRow;

/* The region of CODE: 640000 宁夏回族自治区, 640300 吴忠市, 532900 大理白族自治州, 500110 綦江区, the provinces 110000, 150000,
 * 650000 and 810000, the counties 640302 and 640303 with townships, and 900001 to 900200; 910001 to 910200 have the
 * longest names there are. */
const AtlasRegion *sample_region (const char *code);

/* INDICATOR: people (unit people, by grade), share (percent), money (yuan, by purpose), stations, exam (people, by stage). BY (nullable): its dimension, or two
 * divided by a comma.
 * Each row with a value has one source. */
AtlasTable        *sample_table  (const char *indicator, const char *by, int first_year, int last_year,
                                  const SampleRow *rows, guint n_rows) G_GNUC_WARN_UNUSED_RESULT;

/* The four regions of the mock-up with their certified workers of 2023: one of them at least. */
AtlasTable        *sample_four   (void) G_GNUC_WARN_UNUSED_RESULT;
/* Their certified share, one missing. */
AtlasTable        *sample_shares (void) G_GNUC_WARN_UNUSED_RESULT;
/* N regions with random values, some missing, some qualified, some stand-ins; by grade if GRADES. */
AtlasTable        *sample_random (guint n, gboolean grades) G_GNUC_WARN_UNUSED_RESULT;
/* A series of years from 2012 to 2023 with 2013 missing and 2012 at least, of N regions. */
AtlasTable        *sample_years  (guint n) G_GNUC_WARN_UNUSED_RESULT;
/* N regions with random values in 2022 and 2023, some missing. */
AtlasTable        *sample_two_years (guint n) G_GNUC_WARN_UNUSED_RESULT;
/* The stages of an exam in 2023, of one region: registered, sat and passed, as far as VALUES (NAN: missing) go. */
AtlasTable        *sample_stages (const double *values, guint n) G_GNUC_WARN_UNUSED_RESULT;
/* A table that KIND can draw, of about N regions: random, over the years or of several indicators as the kind asks. */
AtlasTable        *sample_for    (AtlasChartKind kind, guint n) G_GNUC_WARN_UNUSED_RESULT;
/* Of several indicators of the four regions: people and shares. */
AtlasTable        *sample_joined (void) G_GNUC_WARN_UNUSED_RESULT;
/* Borders of the regions 900001 to 900200: squares of a degree, ten in a row. */
AtlasBoundaries   *sample_boundaries (void) G_GNUC_WARN_UNUSED_RESULT;

/* Gives the four regions of the mock-up the slots 0 to 3. */
void               sample_set_slots (AtlasChartSpec *spec);

/* What KIND needs to draw TABLE, with those slots. */
AtlasChartSpec    *sample_spec (AtlasChartKind kind, AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;

/* A line of a layout's dump. */
typedef struct {
  char *kind;    /* polygon, line, hatch, circle, text */
  AtlasRect box; /* around all its points, or of a text */
  char *paint;
  char *text;    /* (nullable) */
} SampleShape;

/* (element-type SampleShape) (transfer full) */
GPtrArray         *sample_list_shapes (const AtlasChartLayout *layout) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): the first text that is TEXT, or begins with it. */
const SampleShape *sample_find_text   (GPtrArray *shapes, const char *text);

G_END_DECLS
