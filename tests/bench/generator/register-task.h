/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "expected.h"

/**
 * RegisterTask:
 * @country: whose rows are made
 * @writer: where they go
 * @expected: what is told of each
 *
 * The making of one register; all are borrowed.
 */
typedef struct {
  const Country *country;
  RegisterWriter *writer;
  Expected *expected;
  const GeneratorOptions *options;
} RegisterTask;
