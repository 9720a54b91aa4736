/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "date.h"

/* How people write in real files what has a tidy form too. Each returns a form with the same meaning, or NULL where
 * the tidy form is to stand, which is most often; what is returned is BUFFER or constant. */

#define UNTIDY_SIZE 64

/* Nothing, where a cell is empty: "—", "/". */
const char *untidy_missing (Random *random);
/* 2023/5/1, 2023.5.1, 2023年5月1日, 20230501, 45047. */
const char *untidy_date    (Random *random, Date date, char buffer[UNTIDY_SIZE]);
/* Of DIGITS with or without ".": 1,234.50 and full-width digits. */
const char *untidy_number  (Random *random, const char *digits, char buffer[UNTIDY_SIZE]);
/* The same, of 万元 in a column of 万元: 82.4万, too. */
const char *untidy_money   (Random *random, const char *digits, char buffer[UNTIDY_SIZE]);
/* A division code as twelve digits. */
const char *untidy_code    (Random *random, const char *code, char buffer[UNTIDY_SIZE]);
