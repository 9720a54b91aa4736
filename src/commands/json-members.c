/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/json-members.h"

void
atlas_json_add_text (JsonBuilder *builder,
                     const char  *name,
                     const char  *value)
{
  g_autofree char *valid = g_utf8_make_valid (value != NULL ? value : "", -1);

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, valid);
}

void
atlas_json_add_number (JsonBuilder *builder,
                       const char  *name,
                       gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
atlas_json_add_array (JsonBuilder   *builder,
                      const char    *name,
                      GPtrArray     *items,
                      AtlasJsonFunc  func)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    func (builder, g_ptr_array_index (items, i));
  json_builder_end_array (builder);
}

char *
atlas_json_array_to_text (GPtrArray     *items,
                          AtlasJsonFunc  func)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  atlas_json_add_array (builder, NULL, items, func);
  return atlas_json_to_text (builder, TRUE);
}

char *
atlas_json_to_text (JsonBuilder *builder,
                    gboolean     pretty)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, pretty);

  return g_strconcat (text, "\n", NULL);
}
