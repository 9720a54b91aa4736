/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/register-row.h"

G_BEGIN_DECLS

/* Hours of continuing education in bands, by which holders of certificates are counted: however many hours are required, it can be
 * told who has them as long as that number is where a band begins. Bands are numbered in order; the last is that of hours nobody
 * has written down. */
#define ATLAS_N_HOUR_BANDS 9
#define ATLAS_HOUR_BAND_UNKNOWN (ATLAS_N_HOUR_BANDS - 1)

/* The band of a cell of the register. */
guint       atlas_hour_band_find      (const AtlasRegisterValue *hours);
/* The value of the dimension "hours": "72_79", "unknown". */
const char *atlas_hour_band_get_id    (guint band);
/* The hours that everybody in BAND, none of the unknown, has at least. */
guint       atlas_hour_band_get_start (guint band);

G_END_DECLS
