/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "random.h"

/* A person's name into BUFFER, which is returned; most have two or three characters. */
const char *names_draw_person       (Random *random, char *buffer, gsize size);
/* "吴忠市阳光社会工作服务中心" */
const char *names_draw_organisation (Random *random, const char *region_name, char *buffer, gsize size);
