/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* The label of a mark, its tooltip and its cell in the table say one value in one way, in every chart of the gallery. */

#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "charts/chart-layout.h"
#include "commands/chart-gallery.h"
#include "indicators/bundled.h"
#include "window/parts/screen-style.h"
#include "window/tables/table-html.h"
#include "window/tables/table-text.h"
#include "test-language.h"

static gboolean
is_of_number (char c)
{
  return g_ascii_isdigit (c) || c == '.' || c == ',';
}

/* Whether TEXT holds VALUE, and not as the end or the beginning of another number. */
static gboolean
holds (const char *text,
       const char *value)
{
  for (const char *found = strstr (text, value); found != NULL; found = strstr (found + 1, value))
    {
      const char *end = found + strlen (value);

      if ((found == text || !is_of_number (found[-1])) && !g_ascii_isdigit (end[0]) &&
          !(is_of_number (end[0]) && g_ascii_isdigit (end[1])))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_sign (const char *text)
{
  return strstr (text, "≥") != NULL || strstr (text, "≤") != NULL || strstr (text, "≈") != NULL;
}

static void
check_mark (const AtlasChartSpec   *spec,
            const AtlasChartLayout *layout,
            guint                   n)
{
  const AtlasTextColumn column = { .kind = ATLAS_TEXT_COLUMN_VALUE, .chart = spec->kind };
  const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, n);
  g_autofree char *cell = atlas_text_column_dup_text (&column, spec->table, mark->row);
  g_autofree char *tooltip = atlas_chart_layout_dup_mark_text (layout, n);
  g_autofree char *speech = atlas_chart_layout_dup_mark_speech (layout, n);

  g_test_message ("%s | %s | %s", cell, mark->label, tooltip);
  g_assert_true (holds (tooltip, cell));
  /* A point of two values has its name for a label. */
  if (!atlas_chart_kind_get_traits (spec->kind)->is_plane)
    g_assert_true (holds (mark->label, cell));
  /* The inputs of a ratio keep their signs. */
  if (strstr (speech, "÷") == NULL)
    g_assert_false (has_sign (speech));
}

static void
check_charts (void)
{
  for (guint i = 0; i < atlas_chart_gallery_get_n_charts (); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasChartSpec) spec =
        atlas_chart_gallery_make_chart (i, bundled_dataset (), bundled_catalogue (), &error);
      AtlasChartLayout *layout;

      g_assert_no_error (error);
      g_test_message ("chart %u, %s", i, atlas_chart_kind_get_traits (spec->kind)->id);
      layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 720.0, 0.0);
      g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), >, 0);
      for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
        check_mark (spec, layout, m);
      atlas_chart_layout_free (layout);
    }
}

static void
test_every_mark (gconstpointer language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  textdomain (GETTEXT_PACKAGE);
  check_charts ();
}

/* C9: with the signs of yearbooks the cell of a missing value is blank and the note says so; what it is instead is there to be
 * read aloud. No other cell changes. */
static void
test_yearbook_signs (void)
{
  g_autoptr (AtlasTable) table = bundled_ask_within ("certified_workers", "000000", ATLAS_REGION_LEVEL_PROVINCE, 2023, FALSE);
  g_autoptr (GArray) standard = atlas_table_list_text_columns (table, ATLAS_CHART_BAR);
  g_autoptr (GArray) yearbook = NULL;
  g_autofree char *no_note = atlas_table_dup_signs_note (table, standard);
  g_autofree char *note = NULL;
  g_autofree char *html = NULL;
  guint n_blank = 0;

  g_setenv ("LANGUAGE", "en", TRUE);
  textdomain (GETTEXT_PACKAGE);
  atlas_screen_set_signs (ATLAS_SIGNS_YEARBOOK);
  yearbook = atlas_table_list_text_columns (table, ATLAS_CHART_BAR);
  note = atlas_table_dup_signs_note (table, yearbook);
  html = atlas_table_dup_html (table, ATLAS_CHART_BAR);
  atlas_screen_set_signs (ATLAS_SIGNS_STANDARD);
  for (guint c = 0; c < yearbook->len; c++)
    for (guint row = 0; row < atlas_table_get_n_rows (table); row++)
      {
        const AtlasTextColumn *column = &g_array_index (yearbook, AtlasTextColumn, c);
        g_autofree char *cell = atlas_text_column_dup_text (column, table, row);
        g_autofree char *hidden = atlas_text_column_dup_hidden (column, table, row);
        g_autofree char *before =
          atlas_text_column_dup_text (&g_array_index (standard, AtlasTextColumn, c), table, row);
        gboolean is_blank = column->kind == ATLAS_TEXT_COLUMN_VALUE &&
                            atlas_observation_is_missing (atlas_table_get_row (table, row));

        g_assert_cmpstr (cell, ==, is_blank ? "" : before);
        g_assert_cmpstr (hidden, ==, is_blank ? before : NULL);
        n_blank += is_blank;
      }
  g_assert_cmpuint (n_blank, >, 0);
  g_assert_cmpstr (no_note, ==, "");
  g_assert_cmpstr (note, ==, "Blank: unknown or none");
  g_assert_nonnull (strstr (html, "<tfoot><tr><td colspan="));
  g_assert_nonnull (strstr (html, ">Blank: unknown or none</td>"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  test_language_bind ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/one-text/english", "en", test_every_mark);
  g_test_add_data_func ("/one-text/chinese", "zh_CN", test_every_mark);
  g_test_add_func ("/one-text/yearbook-signs", test_yearbook_signs);
  status = g_test_run ();
  bundled_clear ();
  return status;
}
