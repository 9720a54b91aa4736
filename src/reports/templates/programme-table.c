/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/templates/programme-table.h"

#include <glib/gi18n.h>

#include "indicators/programme-rows.h"
#include "reports/sentences.h"

/* Of more lines, those of divisions far below are left out. */
#define MAX_LINES 30

static void
add_figure (const AtlasReportBuilder *builder,
            AtlasReportTable         *table,
            const char               *text)
{
  gboolean is_blank = builder->request->signs == ATLAS_SIGNS_YEARBOOK && g_str_equal (text, "—");

  atlas_report_table_add_cell (table, is_blank ? "" : text);
}

static gboolean
is_gap (const AtlasProgrammeRow *row)
{
  return g_str_equal (row->value, "—");
}

/* The items of which any division has a figure: "—" in each row tells no more than a line below the table. */
static GHashTable *
list_known_items (GPtrArray *rows)
{
  GHashTable *known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      const AtlasProgrammeRow *row = g_ptr_array_index (rows, i);

      if (!is_gap (row))
        g_hash_table_add (known, row->item);
    }
  return known;
}

/* Whether more of what KNOWN has is missing than there: a table of dashes is no table. */
static gboolean
has_many_gaps (GPtrArray  *rows,
               GHashTable *known)
{
  guint n = 0, n_gaps = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const AtlasProgrammeRow *row = g_ptr_array_index (rows, i);

      if (!g_hash_table_contains (known, row->item))
        continue;
      n++;
      n_gaps += is_gap (row) ? 1 : 0;
    }
  return 2 * n_gaps > n;
}

static gboolean
has_ratio (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const AtlasProgrammeRow *) g_ptr_array_index (rows, i))->ratio[0] != '\0')
      return TRUE;
  return FALSE;
}

static void
note_left_out (GString *note,
               guint    n)
{
  g_autofree char *left_out =
    g_strdup_printf (ngettext ("%u division below these is left out.", "%u divisions below these are left out.", n), n);

  if (n > 0)
    atlas_sentence_append (note, left_out);
}

/* What an empty place means if there is one, what no division has, and the sources. */
static char *
dup_note (const AtlasReportBuilder *builder,
          GPtrArray                *rows,
          GHashTable               *known,
          gboolean                  are_gaps_many,
          guint                     n_left_out,
          const char               *citation)
{
  g_autoptr (GPtrArray) silent = g_ptr_array_new ();
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *names = NULL, *lacking = NULL, *sources = NULL;
  gboolean has_gap = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const AtlasProgrammeRow *row = g_ptr_array_index (rows, i);

      if (g_hash_table_contains (known, row->item))
        has_gap = has_gap || is_gap (row);
      else if (!g_ptr_array_find_with_equal_func (silent, row->item, g_str_equal, NULL))
        g_ptr_array_add (silent, row->item);
    }
  if (are_gaps_many)
    atlas_sentence_append (note, _("Indicators of which a division has no figure are left out of its rows."));
  else if (has_gap)
    atlas_sentence_append (note, builder->request->signs == ATLAS_SIGNS_YEARBOOK ? _("Blank: unknown or none.")
                                                                                  : _("—: no figure."));
  names = atlas_sentence_list (silent);
  if (silent->len > 0)
    lacking = g_strdup_printf (_("No division has a figure for %s."), names);
  atlas_sentence_append (note, lacking);
  note_left_out (note, n_left_out);
  sources = g_strdup_printf (_("Sources: %s."), citation);
  atlas_sentence_append (note, sources);
  return g_strdup (note->str);
}

static guint
count_levels (const AtlasRegion *whole,
              const AtlasRegion *region)
{
  guint n = 0;

  for (; region != NULL && region != whole; region = region->parent)
    n++;
  return n;
}

/* Of more than MAX_LINES the lines of divisions that lie more levels below WHOLE than the first ones are taken out; how many
 * divisions that are. */
static guint
keep_nearest (GPtrArray         *rows,
              const AtlasRegion *whole)
{
  g_autoptr (GHashTable) left_out = g_hash_table_new (NULL, NULL);
  guint nearest = G_MAXUINT;

  if (rows->len <= MAX_LINES)
    return 0;
  for (guint i = 0; i < rows->len; i++)
    {
      guint n = count_levels (whole, ((const AtlasProgrammeRow *) g_ptr_array_index (rows, i))->region);

      nearest = n > 0 ? MIN (nearest, n) : nearest;
    }
  for (guint i = rows->len; i-- > 0;)
    {
      const AtlasRegion *region = ((const AtlasProgrammeRow *) g_ptr_array_index (rows, i))->region;

      if (count_levels (whole, region) <= nearest)
        continue;
      g_hash_table_add (left_out, (gpointer) region);
      g_ptr_array_remove_index (rows, i);
    }
  return g_hash_table_size (left_out);
}

AtlasReportTable *
atlas_programme_table_new (AtlasReportBuilder *builder,
                           const char         *title,
                           AtlasTable         *answer,
                           const AtlasRegion  *whole)
{
  g_autoptr (GPtrArray) rows = atlas_programme_list_rows (answer);
  g_autoptr (GPtrArray) sources = atlas_table_list_sources (answer);
  g_autofree char *citation = atlas_report_cite_all (builder->report, sources);
  AtlasReportTable *table = atlas_report_table_new (title, NULL);
  guint n_left_out = keep_nearest (rows, whole);
  g_autoptr (GHashTable) known = list_known_items (rows);
  gboolean have_ratio = has_ratio (rows), are_gaps_many = has_many_gaps (rows, known);

  atlas_report_table_add_column (table, _("Region"), FALSE);
  atlas_report_table_add_column (table, _("Indicator"), FALSE);
  atlas_report_table_add_column (table, _("Value"), TRUE);
  if (have_ratio)
    atlas_report_table_add_column (table, _("Ratio"), TRUE);
  atlas_report_table_add_column (table, _("Period"), TRUE);
  for (guint i = 0; i < rows->len; i++)
    {
      const AtlasProgrammeRow *row = g_ptr_array_index (rows, i);

      if (!g_hash_table_contains (known, row->item) || (are_gaps_many && is_gap (row)))
        continue;
      atlas_report_table_add_row (table);
      atlas_report_table_add_cell (table, atlas_region_get_display_name (row->region));
      atlas_report_table_add_cell (table, row->item);
      add_figure (builder, table, row->value);
      if (have_ratio)
        add_figure (builder, table, row->ratio);
      atlas_report_table_add_cell (table, row->period);
    }
  table->note = dup_note (builder, rows, known, are_gaps_many, n_left_out, citation);
  return table;
}
