/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/end-label.h"

#include <glib/gi18n.h>

#include <string.h>

/* With the first LENGTH characters of NAME. */
static AtlasTextRun *
try_length (AtlasChartBuild *build,
            const char      *name,
            const char      *value,
            gboolean         value_first,
            glong            length)
{
  g_autofree char *start = g_utf8_substring (name, 0, MIN (length, g_utf8_strlen (name, -1)));
  gboolean is_cut = name[strlen (start)] != '\0';
  g_autofree char *shown = g_strconcat (start, is_cut ? "…" : "", NULL);
  g_autofree char *text = NULL;

  /* A panel may be all about one region, and its name stand above. */
  if (shown[0] == '\0')
    text = g_strdup (value);
  else
    text = value_first ? g_strdup_printf ("%s %s", value, shown) : g_strdup_printf ("%s %s", shown, value);
  return atlas_text_run_new (build->text, ATLAS_TEXT_LABEL, text, 0.0, 1);
}

/* The longest beginning of NAME that fits. */
static AtlasTextRun *
cut_name (AtlasChartBuild *build,
          const char      *name,
          const char      *value,
          gboolean         value_first,
          double           room)
{
  glong fits = 0, too_long = g_utf8_strlen (name, -1);
  AtlasTextRun *run = try_length (build, name, value, value_first, too_long);

  if (run->width <= room)
    return run;
  while (too_long - fits > 1)
    {
      glong middle = (fits + too_long) / 2;

      atlas_text_run_free (run);
      run = try_length (build, name, value, value_first, middle);
      *(run->width <= room ? &fits : &too_long) = middle;
    }
  atlas_text_run_free (run);
  return try_length (build, name, value, value_first, fits);
}

AtlasTextRun *
atlas_end_label_new (AtlasChartBuild       *build,
                     const AtlasChartEntry *entry,
                     const char            *value,
                     gboolean               value_first,
                     double                 room)
{
  AtlasTextRun *run = try_length (build, entry->name, value, value_first, G_MAXLONG);
  g_autofree char *short_name = NULL;

  if (run->width <= room)
    return run;
  atlas_text_run_free (run);
  short_name = entry->is_region ? atlas_region_dup_short_name (entry->region) : g_strdup (entry->name);
  return cut_name (build, short_name, value, value_first, room);
}

char *
atlas_end_label_dup_value (const AtlasChartBuild *build,
                           guint                  category,
                           guint                  series)
{
  g_autofree char *value = atlas_chart_build_dup_label (build, category, series, TRUE);
  const AtlasChartData *data = build->data;
  int year = atlas_chart_data_get_category (data, category)->year;

  if (year == atlas_chart_data_get_category (data, data->categories->len - 1)->year)
    return g_steal_pointer (&value);
  /* Translators: the value at the end of a line, and the year it is of */
  return g_strdup_printf (C_("end of a line", "%s (%d)"), value, year);
}
