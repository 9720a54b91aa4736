/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "random.h"

/* A day as the number 20230501, so that later days are greater; 0 for none. */
typedef guint Date;

#define DATE(year, month, day) ((year) * 10000 + (month) * 100 + (day))
#define DATE_YEAR(date) ((date) / 10000)
#define DATE_MONTH(date) ((date) / 100 % 100)
#define DATE_DAY(date) ((date) % 100)
#define DATE_YEAR_END(year) DATE (year, 12, 31)

/* Any day of YEAR. */
Date  date_draw      (Random *random, guint year);
Date  date_add_years (Date self, guint years);
/* 45047 for 20230501: the days that a spreadsheet counts. */
guint date_to_serial (Date self);
