/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "register-task.h"

/* Writes the entries of each ledger over the last six years. */
void funding_write (const RegisterTask *task);
