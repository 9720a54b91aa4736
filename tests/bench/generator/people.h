/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "register-task.h"

/* Writes the people of each county. */
void people_write (const RegisterTask *task);
