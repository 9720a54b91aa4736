/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "register-writer.h"

/**
 * Station:
 * @place: where it stands: a township, or the county for its centre
 * @community: the last three digits of a community room's code; else 0
 * @serial: which of those with one tier in one place, from 1
 * @opened_on: 0 while planned or being built
 * @closed_on: 0 unless closed
 */
typedef struct {
  const Division *place;
  Tier tier;
  Status status;
  guint community;
  guint serial;
  Date opened_on;
  Date closed_on;
} Station;

#define STATION_ID_SIZE 24

/* Makes the stations of each county, in all as many as the scale asks for. */
void     stations_plan      (Country *country, const GeneratorOptions *options);
void     stations_write     (const Country *country, RegisterWriter *writer, const GeneratorOptions *options);

/* Always the same for the same place, tier and serial. */
void     station_format_id  (const Station *self, char buffer[STATION_ID_SIZE]);
/* Open at the end of the day DATE. */
gboolean station_is_open_on (const Station *self, Date date);
