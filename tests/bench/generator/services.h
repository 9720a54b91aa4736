/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "register-task.h"

/* Writes what open stations did in months of the last three years. */
void services_write (const RegisterTask *task);
