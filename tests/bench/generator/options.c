/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "options.h"

guint
options_scale (const GeneratorOptions *self,
               guint                   n)
{
  return MAX ((n * self->per_million + 500000) / 1000000, 1);
}
