/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/own-template.h"

#include <glib/gstdio.h>
#include <string.h>

#include "reports/report-file.h"

static char *folder;

static const char *const chosen[] = { "stations", "certified", NULL };

/* A file of CONTENTS in the test's folder; (transfer full). */
static char *
write_file (const char *contents)
{
  char *path = g_build_filename (folder, "sample.template", NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  return path;
}

static void
test_load (void)
{
  g_autofree char *path = write_file ("[Report Template]\nBase=brief\nTitle={region}社会工作情况\n"
                                      "Sections=stations;certified;\nStyle=official\nSigns=yearbook\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasOwnTemplate) own = atlas_own_template_load (path, &error);
  AtlasReportRequest request = { NULL };

  g_assert_no_error (error);
  atlas_own_template_fill (own, &request);
  g_assert_cmpstr (request.template_name, ==, "brief");
  g_assert_cmpstr (request.title, ==, "{region}社会工作情况");
  g_assert_true (g_strv_equal (request.sections, chosen));
  g_assert_cmpstr (request.style->name, ==, "official");
  g_assert_cmpint (request.signs, ==, ATLAS_SIGNS_YEARBOOK);
}

/* Only the base has to be there; a style asked for goes before that of the template. */
static void
test_short (void)
{
  g_autofree char *path = write_file ("[Report Template]\nBase=funding\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasOwnTemplate) bare = atlas_own_template_load (path, &error);
  g_autoptr (AtlasOwnTemplate) styled = atlas_own_template_new ("brief", NULL, NULL, "official");
  AtlasReportRequest request = { .style = atlas_report_style_find ("plain") };

  g_assert_no_error (error);
  g_assert_cmpstr (bare->base, ==, "funding");
  g_assert_null (bare->title);
  g_assert_null (bare->sections);
  g_assert_null (bare->style);
  atlas_own_template_fill (styled, &request);
  g_assert_cmpstr (request.style->name, ==, "plain");
}

static void
assert_refused (const char *contents,
                const char *says)
{
  g_autofree char *path = write_file (contents);
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_own_template_load (path, &error));
  g_assert_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE);
  g_assert_nonnull (strstr (error->message, "sample.template"));
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_refused (void)
{
  assert_refused ("", "Report Template");
  assert_refused ("[Report Template]\nBase=brief\nSigns=runes\n", "standard, yearbook");
  assert_refused ("no key file at all", "");
  assert_refused ("[Report Template]\nTitle=a\n", "Base");
  assert_refused ("[Report Template]\nBase=poster\n", "“poster”");
  assert_refused ("[Report Template]\nBase=brief\nSections=tiers;\n", "“tiers”");
  assert_refused ("[Report Template]\nBase=brief\nSections=funding;funding;\n", "twice");
  assert_refused ("[Report Template]\nBase=brief\nStyle=grand\n", "“grand”; there are: plain, official");
  assert_refused ("[Report Template]\nBase=brief\nTitle=\xff\n", "");
}

/* Saved and found by name; what cannot be used is not saved over what can. */
static void
test_keep (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = atlas_own_template_dup_path ("visit", &error);
  g_autoptr (AtlasOwnTemplate) own = atlas_own_template_new ("brief", "A; title\nof two lines", chosen, "official");
  g_autoptr (AtlasOwnTemplate) wrong = atlas_own_template_new ("poster", NULL, NULL, NULL);
  g_autoptr (AtlasOwnTemplate) found = NULL;
  g_auto (GStrv) names = NULL;

  g_assert_no_error (error);
  atlas_own_template_save (own, path, &error);
  g_assert_no_error (error);
  g_assert_false (atlas_own_template_save (wrong, path, &error));
  g_assert_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE);
  g_clear_error (&error);
  found = atlas_own_template_find ("visit", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->title, ==, "A; title\nof two lines");
  g_assert_true (g_strv_equal ((const char *const *) found->sections, chosen));
  names = atlas_own_template_list_names ();
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  g_assert_cmpstr (names[0], ==, "visit");
  g_assert_null (atlas_own_template_find ("call", &error));
  g_assert_nonnull (strstr (error->message, "“call”; there are: brief, comparison"));
  g_assert_nonnull (strstr (error->message, "visit"));
  g_remove (path);
}

static void
test_names (void)
{
  const char *const refused[] = { "", ".", "..", "../visit", "a/b", ".hidden", "brief" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (atlas_own_template_dup_path (refused[i], &error));
      g_assert_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *sample = NULL, *data = NULL, *kept = NULL;
  int status;

  folder = g_dir_make_tmp ("atlas-own-template-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/own-template/load", test_load);
  g_test_add_func ("/reports/own-template/short", test_short);
  g_test_add_func ("/reports/own-template/refused", test_refused);
  g_test_add_func ("/reports/own-template/keep", test_keep);
  g_test_add_func ("/reports/own-template/names", test_names);
  status = g_test_run ();
  sample = g_build_filename (folder, "sample.template", NULL);
  data = g_build_filename (folder, "shegong-atlas", NULL);
  kept = g_build_filename (data, "templates", NULL);
  g_remove (sample);
  g_rmdir (kept);
  g_rmdir (data);
  g_rmdir (folder);
  g_free (folder);
  return status;
}
