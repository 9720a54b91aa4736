/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "reports/own-template.h"
#include "window/report/report-settings.h"

static guint n_changed;

static void
changed (void)
{
  n_changed++;
}

static AtlasReportSettings *
create (void)
{
  AtlasReportSettings *settings = atlas_report_settings_new ();

  n_changed = 0;
  g_signal_connect (settings, "changed", G_CALLBACK (changed), NULL);
  return settings;
}

/* "key-figures certified -divisions": N sections in their order, those left out with a dash; what opens the report is
 * passed over. */
static char *
print_sections (AtlasReportSettings *settings,
                guint                n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_printed = 0;

  for (guint i = 0; i < atlas_report_settings_get_n_sections (settings) && n_printed < n; i++)
    {
      const AtlasSectionChoice *section = atlas_report_settings_get_section (settings, i);

      if (n_printed == 0 && strcmp (section->id, "key-figures") != 0)
        continue;
      g_string_append_printf (text, "%s%s%s", n_printed++ > 0 ? " " : "", section->is_chosen ? "" : "-", section->id);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_sections (AtlasReportSettings *settings,
                 const char          *first)
{
  g_auto (GStrv) words = g_strsplit (first, " ", -1);
  g_autofree char *text = print_sections (settings, g_strv_length (words));

  g_assert_cmpstr (text, ==, first);
}

static void
test_sections (void)
{
  g_autoptr (AtlasReportSettings) settings = create ();

  assert_sections (settings, "key-figures certified divisions stations");
  atlas_report_settings_toggle_section (settings, "divisions");
  assert_sections (settings, "key-figures certified -divisions stations");
  atlas_report_settings_move_section (settings, "stations", -1);
  assert_sections (settings, "key-figures certified stations -divisions");
  g_assert_cmpuint (n_changed, ==, 2);
  atlas_report_settings_toggle_section (settings, "no-such-section");
  atlas_report_settings_move_section (settings, "no-such-section", 1);
  g_assert_cmpuint (n_changed, ==, 2);
}

/* What closes a report stays behind all else, and what is in every report cannot be left out. */
static void
test_fixed_sections (void)
{
  g_autoptr (AtlasReportSettings) settings = create ();
  guint last = atlas_report_settings_get_n_sections (settings) - 1;
  const AtlasSectionChoice *section = atlas_report_settings_get_section (settings, last);

  g_assert_cmpstr (section->id, ==, "sources");
  g_assert_true (section->is_fixed);
  atlas_report_settings_toggle_section (settings, "sources");
  atlas_report_settings_move_section (settings, "certified", 100);
  g_assert_true (atlas_report_settings_get_section (settings, last)->is_chosen);
  g_assert_cmpstr (atlas_report_settings_get_section (settings, last)->id, ==, "sources");
}

/* Another template has other sections, all as they are there. */
static void
test_template (void)
{
  g_autoptr (AtlasReportSettings) settings = create ();
  g_autoptr (GError) error = NULL;

  atlas_report_settings_toggle_section (settings, "certified");
  g_assert_true (atlas_report_settings_set_template (settings, "comparison", NULL));
  g_assert_false (atlas_report_settings_is_for_one (settings));
  g_assert_true (atlas_report_settings_set_template (settings, "brief", NULL));
  g_assert_true (atlas_report_settings_is_for_one (settings));
  assert_sections (settings, "key-figures certified divisions");
  g_assert_false (atlas_report_settings_set_template (settings, "no-such-template", &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (atlas_report_settings_get_template (settings), ==, "brief");
}

/* A template of one's own keeps sections, their order and the style, until it is removed. */
static void
test_own_template (void)
{
  g_autoptr (AtlasReportSettings) settings = create ();
  g_autoptr (AtlasReportSettings) others = create ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) left = NULL;

  atlas_report_settings_toggle_section (settings, "divisions");
  atlas_report_settings_move_section (settings, "stations", -2);
  atlas_report_settings_set_style (settings, "official");
  g_assert_true (atlas_report_settings_save_template (settings, "月报", &error));
  g_assert_no_error (error);
  g_assert_true (atlas_report_settings_is_own (settings));
  names = atlas_report_settings_list_templates (others);
  g_assert_true (g_strv_contains ((const char *const *) names, "月报"));
  g_assert_true (g_strv_contains ((const char *const *) names, "brief"));

  g_assert_true (atlas_report_settings_set_template (others, "月报", &error));
  g_assert_cmpstr (atlas_report_settings_get_base (others), ==, "brief");
  g_assert_cmpstr (atlas_report_settings_get_style (others), ==, "official");
  assert_sections (others, "key-figures stations certified");

  g_assert_true (atlas_report_settings_delete_template (others, &error));
  g_assert_cmpstr (atlas_report_settings_get_template (others), ==, "brief");
  left = atlas_report_settings_list_templates (others);
  g_assert_false (g_strv_contains ((const char *const *) left, "月报"));
}

/* (transfer full): all sections as the list shows them, from the first. */
static char *
print_all (AtlasReportSettings *settings)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < atlas_report_settings_get_n_sections (settings); i++)
    {
      const AtlasSectionChoice *section = atlas_report_settings_get_section (settings, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", section->is_chosen ? "" : "-", section->id);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is left out waits where it stood, when a template of one's own is taken again: the cover before the contents. */
static void
test_own_order (void)
{
  static const char first[] = "-cover contents key-figures -certified divisions";
  g_autoptr (AtlasReportSettings) settings = create ();
  g_autoptr (AtlasReportSettings) others = create ();
  g_autofree char *path = atlas_own_template_dup_path ("年报", NULL);
  g_autofree char *saved = NULL;
  g_autofree char *before = NULL, *after = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;

  atlas_report_settings_toggle_section (settings, "certified");
  before = print_all (settings);
  g_assert_true (g_str_has_prefix (before, first));
  g_assert_true (atlas_report_settings_save_template (settings, "年报", &error));
  g_assert_true (g_file_get_contents (path, &saved, NULL, &error));
  g_assert_nonnull (strstr (saved, "\nSections=contents;key-figures;divisions;"));
  g_assert_true (atlas_report_settings_set_template (others, "年报", &error));
  after = print_all (others);
  g_assert_cmpstr (after, ==, before);

  /* Ticked, moved and saved again. */
  atlas_report_settings_toggle_section (others, "cover");
  atlas_report_settings_move_section (others, "divisions", -2);
  g_assert_true (atlas_report_settings_save_template (others, "年报", &error));
  g_assert_true (atlas_report_settings_set_template (settings, "年报", &error));
  again = print_all (settings);
  g_assert_true (g_str_has_prefix (again, "cover contents divisions key-figures -certified "));
  g_assert_true (atlas_report_settings_delete_template (settings, &error));
  g_assert_no_error (error);
}

/* What was set is set the next time, and a template that is gone is the usual one. */
static void
test_kept (void)
{
  g_autoptr (GSettings) kept = g_settings_new (APPLICATION_ID);
  g_autoptr (AtlasReportSettings) settings = create ();
  g_autoptr (AtlasReportSettings) others = create ();
  g_autoptr (AtlasReportSettings) third = create ();

  atlas_report_settings_bind (settings, kept);
  g_assert_cmpstr (atlas_report_settings_get_template (settings), ==, "brief");
  atlas_report_settings_set_template (settings, "coverage", NULL);
  atlas_report_settings_set_style (settings, "official");
  atlas_report_settings_set_grey (settings, TRUE);
  atlas_report_settings_set_signs (settings, ATLAS_SIGNS_YEARBOOK);
  atlas_report_settings_set_format (settings, "xlsx");
  atlas_report_settings_set_paper (settings, "iso_a3");
  atlas_report_settings_set_numbers (settings, "outer");
  atlas_report_settings_bind (others, kept);
  g_assert_cmpstr (atlas_report_settings_get_template (others), ==, "coverage");
  g_assert_cmpstr (atlas_report_settings_get_style (others), ==, "official");
  g_assert_true (atlas_report_settings_get_grey (others));
  g_assert_cmpint (atlas_report_settings_get_signs (others), ==, ATLAS_SIGNS_YEARBOOK);
  g_assert_cmpint (atlas_report_settings_get_format (others), ==, ATLAS_REPORT_FORMAT_XLSX);
  g_assert_cmpstr (atlas_report_settings_get_paper (others), ==, "iso_a3");
  g_assert_cmpstr (atlas_report_settings_get_numbers (others), ==, "outer");
  g_settings_set_string (kept, "report-template", "no-such-template");
  atlas_report_settings_bind (third, kept);
  g_assert_cmpstr (atlas_report_settings_get_template (third), ==, "brief");
}

/* The name of a template that is built in is taken. */
static void
test_taken_name (void)
{
  g_autoptr (AtlasReportSettings) settings = create ();
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_report_settings_save_template (settings, "brief", &error));
  g_assert_nonnull (error);
  g_assert_false (atlas_report_settings_is_own (settings));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-settings-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-settings/sections", test_sections);
  g_test_add_func ("/report-settings/fixed-sections", test_fixed_sections);
  g_test_add_func ("/report-settings/template", test_template);
  g_test_add_func ("/report-settings/own-template", test_own_template);
  g_test_add_func ("/report-settings/own-order", test_own_order);
  g_test_add_func ("/report-settings/taken-name", test_taken_name);
  g_test_add_func ("/report-settings/kept", test_kept);
  status = g_test_run ();
  g_rmdir (folder);
  return status;
}
