/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-sources.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_same_source (gconstpointer a,
                gconstpointer b)
{
  const AtlasSource *one = a, *other = b;

  return strcmp (one->source_id, other->source_id) == 0;
}

/* TABLE (nullable) */
static void
add_sources (GPtrArray  *sources,
             AtlasTable *table)
{
  g_autoptr (GPtrArray) others = table != NULL ? atlas_table_list_sources (table) : g_ptr_array_new ();

  for (guint i = 0; i < others->len; i++)
    {
      AtlasSource *source = g_ptr_array_index (others, i);

      if (!g_ptr_array_find_with_equal_func (sources, source, is_same_source, NULL))
        g_ptr_array_add (sources, atlas_source_ref (source));
    }
}

GPtrArray *
atlas_chart_sources_list (const AtlasChartSpec *spec)
{
  GPtrArray *sources = atlas_table_list_sources (spec->table);

  add_sources (sources, spec->reference_table);
  add_sources (sources, spec->further_table);
  return sources;
}

char *
atlas_chart_sources_dup_text (const GPtrArray *sources,
                              guint            n)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_all = sources->len;

  if (n_all == 0)
    return g_strdup ("");
  for (guint i = 0; i < MIN (n, n_all); i++)
    {
      g_autofree char *citation = atlas_source_dup_citation (g_ptr_array_index (sources, i));

      g_string_append_printf (list, "%s%s", i > 0 ? C_("between sources", "; ") : "", citation);
    }
  if (n == 0)
    return g_strdup_printf (ngettext ("%u source", "%u sources", n_all), n_all);
  if (n < n_all)
    /* Translators: the first sources of many: “Source: A; B and others, 9 in all” */
    return g_strdup_printf (_("Source: %s and others, %u in all"), list->str, n_all);
  return g_strdup_printf (ngettext ("Source: %s", "Sources: %s", n_all), list->str);
}
