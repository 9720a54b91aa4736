/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "main-window-fixture.h"
#include "window-test.h"
#include "window/cards/chart-card.h"
#include "window/imports/new-figure-dialog.h"
#include "window/shortcuts.h"

/* Each row of the table of keys stands for an action that there is. */
static void
test_shortcuts_have_actions (MainWindow    *fixture,
                             gconstpointer  data)
{
  guint n;
  const AtlasShortcut *shortcuts = atlas_shortcuts_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      GActionGroup *group;
      const GVariantType *type;

      if (shortcuts[i].action == NULL || g_str_has_prefix (shortcuts[i].action, "window."))
        continue;
      g_assert_true (g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL));
      group = g_str_has_prefix (name, "app.") ? G_ACTION_GROUP (main_window_get_application ()) : G_ACTION_GROUP (fixture->window);
      g_assert_true (g_action_group_has_action (group, name + 4));
      type = g_action_group_get_action_parameter_type (group, name + 4);
      g_assert_true ((type == NULL) == (target == NULL));
      if (type != NULL)
        g_assert_true (g_variant_is_of_type (target, type));
    }
}

static gboolean
has_accel (const char *action,
           const char *key)
{
  g_auto (GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (main_window_get_application ()), action);
  guint wanted, keyval;
  GdkModifierType wanted_modifiers, modifiers;

  g_assert_true (gtk_accelerator_parse (key, &wanted, &wanted_modifiers));
  for (guint i = 0; accels[i] != NULL; i++)
    if (gtk_accelerator_parse (accels[i], &keyval, &modifiers) && keyval == wanted && modifiers == wanted_modifiers)
      return TRUE;
  return FALSE;
}

/* What the table promises is what the program does: for the whole window, or once no entry wants the key itself. */
static void
test_shortcuts_work (MainWindow    *fixture,
                     gconstpointer  data)
{
  guint n;
  const AtlasShortcut *shortcuts = atlas_shortcuts_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);

      for (guint k = 0; shortcuts[i].action != NULL && keys[k] != NULL; k++)
        {
          guint keyval;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (keys[k], &keyval, &modifiers));
          if (!shortcuts[i].after_entries)
            g_assert_true (has_accel (shortcuts[i].action, keys[k]));
          else if (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), shortcuts[i].action + 4))
            g_assert_true (window_test_press_with (GTK_WIDGET (fixture->window), keyval, modifiers));
        }
    }
  window_test_settle (NULL, NULL);
}

/* The keys of charts, each pressed on one. */
static void
test_chart_keys_work (MainWindow    *fixture,
                      gconstpointer  data)
{
  static const guint keys[] = { GDK_KEY_Down, GDK_KEY_Up, GDK_KEY_Home, GDK_KEY_End };
  GtkWidget *view = window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_CHART_VIEW);
  GtkWidget *card = gtk_widget_get_ancestor (view, ATLAS_TYPE_CHART_CARD);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (window_test_press (view, keys[i]));
  g_assert_true (window_test_press (card, GDK_KEY_t));
  g_assert_true (atlas_chart_card_get_show_table (ATLAS_CHART_CARD (card)));
  g_assert_true (window_test_press (card, GDK_KEY_t));
  g_assert_true (window_test_press_with (card, GDK_KEY_c, GDK_CONTROL_MASK));
}

/* One key, one meaning in the whole window; and none of charts or of reports is one of the window. */
static void
test_shortcuts_are_distinct (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const AtlasShortcut *shortcuts = atlas_shortcuts_list (&n);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);

        for (guint k = 0; (shortcuts[i].action != NULL) == (pass == 0) && keys[k] != NULL; k++)
          {
            guint keyval;
            GdkModifierType modifiers;

            g_assert_true (gtk_accelerator_parse (keys[k], &keyval, &modifiers));
            g_assert_null (g_hash_table_lookup (seen, keys[k]));
            if (pass == 0)
              g_hash_table_insert (seen, gtk_accelerator_name (keyval, modifiers), (gpointer) shortcuts[i].action);
          }
      }
  g_assert_cmpuint (g_hash_table_size (seen), >, 30);
}

static void
add_name (GHashTable *names,
          const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (detailed, &name, &target, NULL))
    g_hash_table_add (names, g_steal_pointer (&name));
}

static void
add_menu (GHashTable *names,
          GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *action = NULL;
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        add_name (names, action);
      if (section != NULL)
        add_menu (names, section);
      if (submenu != NULL)
        add_menu (names, submenu);
    }
}

/* That of the window is made when it is opened. */
static void
add_menu_of (GHashTable    *names,
             GtkMenuButton *button)
{
  if (gtk_menu_button_get_primary (button))
    gtk_menu_button_popup (button);
  if (gtk_menu_button_get_menu_model (button) != NULL)
    add_menu (names, gtk_menu_button_get_menu_model (button));
  if (gtk_menu_button_get_primary (button))
    gtk_menu_button_popdown (button);
}

/* What buttons below WIDGET do, and the menus that they have. */
static void
add_buttons (GHashTable *names,
             GtkWidget  *widget)
{
  if (GTK_IS_ACTIONABLE (widget) && gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) != NULL)
    add_name (names, gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)));
  if (GTK_IS_MENU_BUTTON (widget))
    add_menu_of (names, GTK_MENU_BUTTON (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_buttons (names, child);
}

/* Nothing can be done by scripts alone: an action has a key, stands in a menu, or is what a button does; or it is what a control
 * does that the keyboard comes to, and which is named here. */
static void
test_actions_can_be_reached (MainWindow    *fixture,
                             gconstpointer  data)
{
  static const char *const by_controls[] = {
    "win.select-region", "win.drill-down",          /* Return on a row of the tree, on a mark, on a row of a table */
    "win.compare",                                  /* Space on a row of the tree, “Add Region” */
    "win.set-indicator", "win.set-years", "win.stand-in", /* the lists behind the two buttons */
    "win.set-reference", "win.per-10k", "win.as-index", /* above the comparison */
    "win.save-comparison", "win.open-comparison", "win.remove-comparison", /* “Saved” */
    "win.show-rows", "win.take-back", "win.show-programme", "win.new-figure-on", /* buttons of what is shown */
    NULL
  };
  static const char *const pages[] = { "overview", "compare", "trends", "coverage", "funding", "data", "report" };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) of_window = g_action_group_list_actions (G_ACTION_GROUP (fixture->window));
  g_auto (GStrv) of_program = g_action_group_list_actions (G_ACTION_GROUP (main_window_get_application ()));
  guint n;
  const AtlasShortcut *shortcuts = atlas_shortcuts_list (&n);

  for (guint i = 0; i < n; i++)
    if (shortcuts[i].action != NULL)
      add_name (names, shortcuts[i].action);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *action = g_strconcat ("win.show-page::", pages[i], NULL);

      main_window_activate (fixture, action);
      add_buttons (names, GTK_WIDGET (fixture->window));
    }
  for (guint i = 0; by_controls[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const *) of_window, by_controls[i] + 4));
  for (guint i = 0; of_window[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("win.", of_window[i], NULL);

      /* The form of the report has a control for each of its settings, which the test of that page holds it to. */
      if (!g_hash_table_contains (names, name) && !g_strv_contains (by_controls, name) && !g_str_has_prefix (name, "win.report-"))
        g_error ("nobody reaches %s without a script", name);
    }
  for (guint i = 0; of_program[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("app.", of_program[i], NULL);

      if (!g_hash_table_contains (names, name))
        g_error ("nobody reaches %s without a script", name);
    }
}

/* The names and types that scripts and habits rest on. */
static void
test_actions_have_their_types (MainWindow    *fixture,
                               gconstpointer  data)
{
  const char *actions[][2] = {
    { "show-page", "s" }, { "select-region", "s" }, { "compare", "as" }, { "set-indicator", "s" },
    { "set-years", "(ii)" }, { "export-pdf", "s" }, { "export-image", "s" }, { "export-table", "s" },
    { "print", NULL }, { "drill-down", "s" }, { "drill-up", NULL }, { "undo", NULL }, { "redo", NULL },
    { "back", NULL }, { "forward", NULL },
    { "import", "s" }, { "undo-import", NULL }, { "take-back", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      const GVariantType *type = g_action_group_get_action_parameter_type (G_ACTION_GROUP (fixture->window),
                                                                           actions[i][0]);

      g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->window), actions[i][0]));
      if (actions[i][1] == NULL)
        g_assert_null (type);
      else
        g_assert_true (g_variant_type_equal (type, G_VARIANT_TYPE (actions[i][1])));
    }
}

/* A button that shows an icon only says in words what it does, to a screen reader too. */
static void
check_icon_buttons (GtkWidget *widget)
{
  const char *icon = GTK_IS_MENU_BUTTON (widget) ? gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget))
                     : GTK_IS_BUTTON (widget)    ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : NULL;

  if (icon != NULL && gtk_widget_get_has_tooltip (widget))
    g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_icon_buttons (child);
}

static void
test_icon_buttons_have_names (MainWindow    *fixture,
                              gconstpointer  data)
{
  check_icon_buttons (GTK_WIDGET (fixture->window));
}

static void
test_unknown_page (MainWindow    *fixture,
                   gconstpointer  data)
{
  main_window_activate (fixture, "win.show-page::no-such-page");
  g_assert_cmpstr (atlas_session_get_page (fixture->session), ==, "compare");
  g_assert_false (atlas_session_can_undo (fixture->session));
}

/* What no button would ask for, but another program can: nothing is shown that is not there, and no warning is due. */
static void
test_odd_parameters (MainWindow    *fixture,
                     gconstpointer  data)
{
  const char *actions[] = {
    "win.show-page::", "win.select-region::", "win.select-region::999999", "win.select-region('六四')",
    "win.drill-down::", "win.drill-down::999999", "win.set-reference::", "win.set-reference::999999",
    "win.set-reference::000000", "win.set-indicator::", "win.set-indicator::no_such_indicator",
    "win.set-indicator('a b;c/../d')", "win.compare(@as [])", "win.compare(['','999999'])",
    "win.compare(['640000','640000','999999','640000'])", "win.compare(['640000'])",
    "win.compare(['000000','110000','120000','130000','140000','150000','210000','220000','230000','310000'])",
    "win.set-years((0,0))", "win.set-years((-5,2023))", "win.set-years((2023,-5))", "win.set-years((1,9))",
    "win.set-years((-2147483648,2147483647))", "win.set-years((2147483647,2147483647))",
    "win.stand-in", "win.per-10k", "win.per-10k", "win.stand-in", "win.drill-up", "win.drill-up",
    "win.show-source", "win.show-regions", "win.show-source", "win.show-regions", "win.search-regions",
  };
  const char *pages[] = { "overview", "compare", "trends", "coverage", "funding" };

  for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
    for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
      {
        atlas_session_set_page (fixture->session, pages[page]);
        main_window_start (fixture, actions[i]);
        g_assert_nonnull (atlas_session_lookup_region (fixture->session));
        g_assert_cmpint (atlas_session_get_first_year (fixture->session), >=, 0);
        g_assert_cmpint (atlas_session_get_last_year (fixture->session), <=, 9999);
        g_assert_cmpuint (g_strv_length ((char **) atlas_session_get_compare (fixture->session)), <=, 8);
      }
  window_test_settle (NULL, NULL);
  while (atlas_session_can_undo (fixture->session))
    main_window_start (fixture, "win.undo");
  main_window_activate (fixture, "win.undo");
  while (atlas_session_can_redo (fixture->session))
    main_window_start (fixture, "win.redo");
  main_window_activate (fixture, "win.redo");
}

/* A comparison that was saved comes back, on its page, in one step. */
static void
test_saved_comparisons (MainWindow    *fixture,
                        gconstpointer  data)
{
  static const char *const saved[] = { "640000", "640300", "532900", "500110", NULL };

  main_window_activate (fixture, "win.save-comparison::Four");
  main_window_activate (fixture, "win.compare(['110000','310000'])");
  main_window_activate (fixture, "win.save-comparison::Two");
  main_window_activate (fixture, "win.show-page::overview");
  main_window_activate (fixture, "win.open-comparison::Four");
  g_assert_cmpstrv (atlas_session_get_compare (fixture->session), saved);
  g_assert_cmpstr (atlas_session_get_page (fixture->session), ==, "compare");
  main_window_activate (fixture, "win.undo");
  g_assert_cmpstr (atlas_session_get_page (fixture->session), ==, "overview");
  main_window_activate (fixture, "win.remove-comparison::Two");
  main_window_activate (fixture, "win.remove-comparison::Four");
  main_window_activate (fixture, "win.open-comparison::Four");
  g_assert_cmpstr (atlas_session_get_page (fixture->session), ==, "overview");
}

/* Without a name it asks for one, and offers the names of the regions. */
static void
test_save_comparison_asks (MainWindow    *fixture,
                           gconstpointer  data)
{
  GtkWidget *dialog;
  GtkEditable *entry;

  main_window_activate (fixture, "win.save-comparison::");
  dialog = window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, 
                   "Ningxia, Wuzhong City, Dali Prefecture, Qijiang District");
  gtk_editable_set_text (entry, " ");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save"));
  gtk_editable_set_text (entry, " West ");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "save");
  window_test_settle (NULL, NULL);
  main_window_activate (fixture, "win.compare(['110000','310000'])");
  main_window_activate (fixture, "win.open-comparison::West");
  g_assert_cmpstr (atlas_session_get_reference (fixture->session), ==, "640000");
}

/* A window whose dataset could not be opened yet has the actions too. */
static void
test_actions_without_dataset (void)
{
  const char *actions[] = {
    "show-page('compare')", "show-page('none')", "select-region('640000')", "compare(['640000','x'])",
    "set-reference('x')", "set-indicator('x')", "set-years((2021,2022))", "drill-down('640000')", "drill-up",
    "undo", "redo", "new-figure", "export-pdf('')", "export-image('x.png')", "export-table('x.csv')", "print",
    "import('x.csv')", "undo-import", "take-back(int64 1)", "paste-table", "show-rows(('stations', int64 1))",
    "stand-in", "per-10k", "search-regions",
    "save-comparison('x')", "open-comparison('x')", "remove-comparison('x')",
  };
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  MainWindow fixture = { g_object_ref (settings), atlas_main_window_new (ADW_APPLICATION (main_window_get_application ()), settings), NULL };

  fixture.session = atlas_main_window_get_session (fixture.window);
  gtk_window_present (GTK_WINDOW (fixture.window));
  window_test_settle (main_window_is_shown, fixture.window);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *detailed = g_strconcat ("win.", actions[i], NULL);

      main_window_activate (&fixture, detailed);
    }
  g_assert_null (window_test_find_toplevel (ATLAS_TYPE_NEW_FIGURE_DIALOG));
  main_window_tear_down (&fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  int result;

  main_window_init (&argc, &argv);
  g_test_add_func ("/window-actions/actions-without-dataset", test_actions_without_dataset);
  g_test_add_func ("/window-actions/shortcuts-are-distinct", test_shortcuts_are_distinct);
#define ADD(name, function) \
  g_test_add ("/window-actions/" name, MainWindow, NULL, main_window_set_up, function, main_window_tear_down)
  ADD ("shortcuts-have-actions", test_shortcuts_have_actions);
  ADD ("shortcuts-work", test_shortcuts_work);
  ADD ("chart-keys-work", test_chart_keys_work);
  ADD ("actions-can-be-reached", test_actions_can_be_reached);
  ADD ("actions-have-their-types", test_actions_have_their_types);
  ADD ("icon-buttons-have-names", test_icon_buttons_have_names);
  ADD ("unknown-page", test_unknown_page);
  ADD ("odd-parameters", test_odd_parameters);
  ADD ("saved-comparisons", test_saved_comparisons);
  ADD ("save-comparison-asks", test_save_comparison_asks);
  result = g_test_run ();
  main_window_finish ();
  return result;
}
