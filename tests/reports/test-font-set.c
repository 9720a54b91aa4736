/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <locale.h>

#include "charts/text-context.h"
#include "reports/font-set.h"
#include "reports/pages/lacking-characters.h"
#include "reports/report-file.h"

/* USER_DATA: names of the families that are there, NULL terminated. */
static gboolean
is_listed (const char  *family,
           PangoWeight  weight G_GNUC_UNUSED,
           gpointer     user_data)
{
  return g_strv_contains (user_data, family);
}

static void
assert_faces (const AtlasFontSet *set,
              const char         *title,
              const char         *body,
              const char         *level_1,
              const char         *level_2,
              const char         *number)
{
  g_assert_cmpstr (atlas_font_set_get_family (set, ATLAS_FONT_TITLE), ==, title);
  g_assert_cmpstr (atlas_font_set_get_family (set, ATLAS_FONT_BODY), ==, body);
  g_assert_cmpstr (atlas_font_set_get_family (set, ATLAS_FONT_LEVEL_1), ==, level_1);
  g_assert_cmpstr (atlas_font_set_get_family (set, ATLAS_FONT_LEVEL_2), ==, level_2);
  g_assert_cmpstr (atlas_font_set_get_family (set, ATLAS_FONT_NUMBER), ==, number);
}

/* An office has its own faces, by whichever name, and nothing is emboldened. */
static void
test_own (void)
{
  const char *const families[] = { "方正小标宋简体", "FangSong", "KaiTi_GB2312", "SimHei", "SimSun",
                                   "FandolFang",     "FandolKai", "Noto Serif CJK SC", "Noto Sans CJK SC", NULL };
  g_autoptr (AtlasFontSet) set = atlas_font_set_new (is_listed, (gpointer) families);
  g_autoptr (GError) error = NULL;

  assert_faces (set, "方正小标宋简体", "FangSong", "SimHei", "KaiTi_GB2312", "SimSun");
  g_assert_null (atlas_font_set_dup_stand_ins (set));
  g_assert_true (atlas_font_set_check (set, &error));
  g_assert_no_error (error);
  for (guint role = 0; role < ATLAS_N_FONT_ROLES; role++)
    g_assert_cmpint (atlas_font_set_get_weight (set, role), ==, PANGO_WEIGHT_NORMAL);
}

static void
test_stand_ins (void)
{
  const char *const families[] = { "FandolFang", "AR PL UKai CN", "SimHei", "SimSun", "Noto Serif CJK SC", NULL };
  g_autoptr (AtlasFontSet) set = atlas_font_set_new (is_listed, (gpointer) families);
  g_autofree char *stand_ins = atlas_font_set_dup_stand_ins (set);
  g_autoptr (GError) error = NULL;

  assert_faces (set, "Noto Serif CJK SC", "FandolFang", "SimHei", "AR PL UKai CN", "SimSun");
  g_assert_cmpint (atlas_font_set_get_weight (set, ATLAS_FONT_TITLE), ==, PANGO_WEIGHT_BOLD);
  g_assert_cmpstr (stand_ins, ==,
                   "Fonts that stand in: title in Noto Serif CJK SC Bold for 方正小标宋简体, body in FandolFang for "
                   "仿宋_GB2312, second headings in AR PL UKai CN for 楷体_GB2312.");
  g_assert_false (atlas_font_set_check (set, &error));
  g_assert_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_FONTS);
  g_assert_cmpstr (error->message, ==,
                   "These fonts of an official document are not installed: 方正小标宋简体 (title), 仿宋_GB2312 "
                   "(body), 楷体_GB2312 (second headings). Install them, or leave out --strict-fonts");
}

/* What is installed: every chosen face is there, else it is the one that nothing stands behind. */
static void
test_installed (void)
{
  const AtlasFontSet *set = atlas_font_set_get_default ();

  g_assert_true (set == atlas_font_set_get_default ());
  for (guint role = 0; role < ATLAS_N_FONT_ROLES; role++)
    g_assert_nonnull (atlas_font_set_get_family (set, role));
}

static char *
find_lacking (const char *text)
{
  g_autoptr (AtlasLackingCharacters) lacking = atlas_lacking_characters_new (TRUE);
  PangoContext *context = atlas_text_context_new ();
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Noto Serif CJK SC 16");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  atlas_lacking_characters_collect (lacking, context, font, text, pango_layout_get_line_readonly (layout, 0)->runs);
  pango_font_description_free (font);
  g_object_unref (layout);
  g_object_unref (context);
  return atlas_lacking_characters_dup_sentence (lacking);
}

/* Pango counts no unknown glyph here: the font of the run tells. */
static void
test_lacking (void)
{
  g_autofree char *none = find_lacking ("Ningxia 2023");
  g_autofree char *some = find_lacking ("a中b 中");
  g_autofree char *unknown = find_lacking ("\U000F0000");

  g_assert_cmpstr (none, ==, NULL);
  g_assert_cmpstr (some, ==, "Characters of other fonts: 中 (not in Cantarell, set in Noto Serif CJK SC).");
  g_assert_cmpstr (unknown, ==, "No installed font has “\U000F0000” (U+F0000) in “\U000F0000”; a box is drawn instead. Install a font "
                   "that has it, or write the name in other characters.");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/font-set/own", test_own);
  g_test_add_func ("/reports/font-set/stand-ins", test_stand_ins);
  g_test_add_func ("/reports/font-set/installed", test_installed);
  g_test_add_func ("/reports/font-set/lacking", test_lacking);
  return g_test_run ();
}
