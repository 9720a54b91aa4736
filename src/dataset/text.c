/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/text.h"

void
atlas_text_set (char       **text,
                const char  *value)
{
  char *copy = g_strdup (value);

  g_free (*text);
  *text = copy;
}
