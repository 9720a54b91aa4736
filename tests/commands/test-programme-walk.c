/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* S01 to S85 as they are asked for: by id and by name in either language, each with all its figures, or with what to enter. */

#include "config.h"

#include <string.h>

#include "commands/programme-query.h"
#include "dataset/language.h"
#include "indicators/programme-figures.h"

static AtlasDataset *dataset;

static char *
ask (const char *id)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new ("");
  g_autoptr (GError) error = NULL;
  char *text = atlas_programme_query (dataset, id, question, 0, &error);

  g_assert_no_error (error);
  return text;
}

/* How many lines begin as those of a figure do, with the code of REGION. */
static guint
count_lines (const char *text,
             const char *region)
{
  g_autofree char *start = g_strdup_printf ("\n%s ", region);
  guint n = 0;

  for (const char *at = strstr (text, start); at != NULL; at = strstr (at + 1, start))
    n++;
  return n;
}

static guint
count_figures (GPtrArray  *figures,
               const char *region)
{
  guint n = 0;

  for (guint i = 0; i < figures->len; i++)
    n += strcmp (((const AtlasFigure *) g_ptr_array_index (figures, i))->region_code, region) == 0;
  return n;
}

static void
check_figures (const char           *text,
               const AtlasProgramme *programme,
               GPtrArray            *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (figures, i);
      g_autofree char *citation = atlas_source_dup_citation (figure->source);

      g_assert_cmpuint (count_lines (text, figure->region_code), ==, count_figures (figures, figure->region_code));
      g_assert_nonnull (strstr (text, citation));
    }
  /* Figures may answer a part of the question only: what else there is to enter is told with them. */
  g_assert_nonnull (strstr (text, atlas_programme_get_to_enter (programme)));
  if (figures->len > 0)
    g_assert_nonnull (strstr (text, atlas_programme_get_question (programme)));
}

static void
check (AtlasProgramme *programme)
{
  g_autofree char *text = ask (programme->programme_id);
  g_autofree char *by_chinese = ask (programme->name_zh);
  g_autofree char *by_english = ask (programme->name_en);
  g_autofree char *head =
    g_strdup_printf ("%s %s\n%s\n", programme->programme_id, atlas_programme_get_name (programme),
                     atlas_programme_get_description (programme));
  g_autoptr (AtlasProgrammeFigures) found = atlas_programme_figures_load (dataset, programme, NULL);

  g_assert_cmpstr (by_chinese, ==, text);
  g_assert_cmpstr (by_english, ==, text);
  g_assert_true (g_str_has_prefix (text, head));
  check_figures (text, programme, found->figures);
}

static void
test_walk (gconstpointer language)
{
  g_autoptr (GPtrArray) programmes = NULL;
  guint n_silent = 0;

  g_setenv ("LANGUAGE", language, TRUE);
  programmes = atlas_dataset_load_programmes (dataset, NULL);
  g_assert_cmpuint (programmes->len, ==, 85);
  for (guint i = 0; i < programmes->len; i++)
    {
      AtlasProgramme *programme = g_ptr_array_index (programmes, i);
      g_autoptr (AtlasProgrammeFigures) found = atlas_programme_figures_load (dataset, programme, NULL);

      g_test_message ("%s", programme->programme_id);
      n_silent += found->figures->len == 0;
      check (programme);
    }
  g_assert_cmpuint (n_silent, ==, 11); /* S15 S16 S18 S35 S42 S43 S60 S70 S77 S78 S81 */
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *path = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  path = atlas_dataset_dup_bundled_path ();
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, NULL);
  g_assert_nonnull (dataset);
  g_test_add_data_func ("/programme-walk/english", "en", test_walk);
  g_test_add_data_func ("/programme-walk/chinese", "zh_CN", test_walk);
  result = g_test_run ();
  g_assert_finalize_object (dataset);
  return result;
}
