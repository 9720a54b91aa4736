/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/dimension-name.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct {
  const char *dimension;
  const char *name;
} names[] = {
  { "award", NC_("dimension", "award") },
  { "basis", NC_("dimension", "basis") },
  { "batch", NC_("dimension", "batch") },
  { "bound", NC_("dimension", "bound") },
  { "category", NC_("dimension", "category") },
  { "claim", NC_("dimension", "claimed") },
  { "degree", NC_("dimension", "degree") },
  { "grade", NC_("dimension", "grade") },
  { "group", NC_("dimension", "group of people") },
  { "hours", NC_("dimension", "hours of continuing education") },
  { "holder", NC_("dimension", "holder") },
  { "institution", NC_("dimension", "institution") },
  { "kind", NC_("dimension", "kind") },
  { "level_kind", NC_("dimension", "kind of level") },
  { "mode", NC_("dimension", "mode") },
  { "month", NC_("dimension", "month") },
  { "policy", NC_("dimension", "policy") },
  { "programme", NC_("dimension", "programme") },
  { "purpose", NC_("dimension", "purpose") },
  { "recipient", NC_("dimension", "recipient") },
  { "result", NC_("dimension", "result of inspection") },
  { "role", NC_("dimension", "role") },
  { "sector", NC_("dimension", "sector") },
  { "source", NC_("dimension", "source of funds") },
  { "staff", NC_("dimension", "number of staff") },
  { "stage", NC_("dimension", "stage") },
  { "status", NC_("dimension", "status") },
  { "system", NC_("dimension", "system") },
  { "tier", NC_("dimension", "tier") },
  { "topic", NC_("dimension", "topic") },
  { "type", NC_("dimension", "type") },
};

const char *
atlas_dimension_name (const char *dimension)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].dimension, dimension) == 0)
      return g_dpgettext2 (NULL, "dimension", names[i].name);
  return dimension;
}
