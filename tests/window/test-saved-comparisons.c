/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/state/saved-comparisons.h"

static const char *const two[] = { "640000", "640300", NULL };
static const char *const three[] = { "110000", "310000", "440000", NULL };

static GSettings *
settings_new (void)
{
  GSettings *settings = g_settings_new (APPLICATION_ID);

  g_settings_reset (settings, "comparisons");
  return settings;
}

static void
assert_names (GSettings         *settings,
              const char *const *expected)
{
  g_auto (GStrv) names = atlas_saved_comparisons_list (settings);

  g_assert_cmpstrv (names, expected);
}

static void
test_keep (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  g_auto (GStrv) codes = NULL;

  assert_names (settings, (const char *const[]) { NULL });
  atlas_saved_comparisons_set (settings, "宁夏", two);
  atlas_saved_comparisons_set (settings, "Cities", three);
  assert_names (settings, (const char *const[]) { "Cities", "宁夏", NULL });
  codes = atlas_saved_comparisons_get (settings, "Cities");
  g_assert_cmpstrv (codes, three);
  g_assert_null (atlas_saved_comparisons_get (settings, "cities"));
}

static void
test_replace_and_remove (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  g_auto (GStrv) codes = NULL;

  atlas_saved_comparisons_set (settings, "A", two);
  atlas_saved_comparisons_set (settings, "A", three);
  codes = atlas_saved_comparisons_get (settings, "A");
  g_assert_cmpstrv (codes, three);
  atlas_saved_comparisons_remove (settings, "B");
  assert_names (settings, (const char *const[]) { "A", NULL });
  atlas_saved_comparisons_remove (settings, "A");
  assert_names (settings, (const char *const[]) { NULL });
}

/* The menu follows the settings: names first, then what there is to do. */
static void
test_menu (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  g_autoptr (GMenuModel) menu = atlas_saved_comparisons_menu_new (settings);
  g_autoptr (GMenuModel) section = NULL;
  g_autofree char *action = NULL;
  g_autofree char *target = NULL;

  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 2);
  atlas_saved_comparisons_set (settings, "Mine", two);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_assert_cmpint (g_menu_model_get_n_items (section), ==, 1);
  g_assert_true (g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_ACTION, "s", &action));
  g_assert_true (g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_TARGET, "s", &target));
  g_assert_cmpstr (action, ==, "win.open-comparison");
  g_assert_cmpstr (target, ==, "Mine");
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static int
count_removable (GMenuModel *section)
{
  g_autoptr (GMenuModel) submenu = NULL;

  if (g_menu_model_get_n_items (section) == 1)
    return 0;
  submenu = g_menu_model_get_item_link (section, 1, G_MENU_LINK_SUBMENU);
  return g_menu_model_get_n_items (submenu);
}

/* The section and the submenu that were there stay: GTK does not let go of what it made of a submenu whose section goes. */
static void
test_menu_stays (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  g_autoptr (GMenuModel) menu = atlas_saved_comparisons_menu_new (settings);
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, 1, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) submenu = NULL;
  g_autoptr (GMenuModel) later = NULL;

  g_assert_cmpint (count_removable (section), ==, 0);
  atlas_saved_comparisons_set (settings, "A", two);
  iterate ();
  g_assert_cmpint (count_removable (section), ==, 1);
  submenu = g_menu_model_get_item_link (section, 1, G_MENU_LINK_SUBMENU);
  atlas_saved_comparisons_set (settings, "B", three);
  iterate ();
  g_assert_cmpint (count_removable (section), ==, 2);
  later = g_menu_model_get_item_link (section, 1, G_MENU_LINK_SUBMENU);
  g_assert_true (later == submenu);
  atlas_saved_comparisons_remove (settings, "A");
  atlas_saved_comparisons_remove (settings, "B");
  iterate ();
  g_assert_cmpint (count_removable (section), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/saved-comparisons/keep", test_keep);
  g_test_add_func ("/saved-comparisons/replace-and-remove", test_replace_and_remove);
  g_test_add_func ("/saved-comparisons/menu", test_menu);
  g_test_add_func ("/saved-comparisons/menu-stays", test_menu_stays);

  return g_test_run ();
}
