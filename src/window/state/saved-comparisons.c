/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/state/saved-comparisons.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#define KEY "comparisons"

static int
compare_names (const void *a,
               const void *b)
{
  return g_utf8_collate (*(char *const *) a, *(char *const *) b);
}

char **
atlas_saved_comparisons_list (GSettings *settings)
{
  g_autoptr (GVariant) all = NULL;
  GPtrArray *names = g_ptr_array_new ();
  GVariantIter iter;
  char *name;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  all = g_settings_get_value (settings, KEY);
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{s@as}", &name, NULL))
    g_ptr_array_add (names, name);
  if (names->len > 0)
    qsort (names->pdata, names->len, sizeof (char *), compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

char **
atlas_saved_comparisons_get (GSettings  *settings,
                             const char *name)
{
  g_autoptr (GVariant) all = NULL;
  char **codes = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  all = g_settings_get_value (settings, KEY);
  return g_variant_lookup (all, name, "^as", &codes) ? codes : NULL;
}

/* CODES NULL: takes NAME away. */
static void
replace (GSettings         *settings,
         const char        *name,
         const char *const *codes)
{
  g_autoptr (GVariant) all = g_settings_get_value (settings, KEY);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key;
  GVariant *value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_loop (&iter, "{&s@as}", &key, &value))
    if (!g_str_equal (key, name))
      g_variant_builder_add (&builder, "{s@as}", key, value);
  if (codes != NULL)
    g_variant_builder_add (&builder, "{s^as}", name, codes);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

void
atlas_saved_comparisons_set (GSettings         *settings,
                             const char        *name,
                             const char *const *codes)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (name != NULL && name[0] != '\0');
  g_return_if_fail (codes != NULL);

  replace (settings, name, codes);
}

void
atlas_saved_comparisons_remove (GSettings  *settings,
                                const char *name)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (name != NULL);

  replace (settings, name, NULL);
}

/* SECTION becomes that of all NAMES, each with ACTION. */
static void
list_names (GMenu       *section,
            char       **names,
            const char  *action)
{
  g_menu_remove_all (section);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (names[i], NULL);

      g_menu_item_set_action_and_target (item, action, "s", names[i]);
      g_menu_append_item (section, item);
    }
}

/* (transfer full): the section or submenu of MENU's item INDEX. */
static GMenu *
ref_link (GMenu      *menu,
          int         index,
          const char *link)
{
  return G_MENU (g_menu_model_get_item_link (G_MENU_MODEL (menu), index, link));
}

/* The submenu stands below "Save" while there is something to remove. */
static void
list_removable (GMenu  *section,
                char  **names)
{
  gboolean is_there = g_menu_model_get_n_items (G_MENU_MODEL (section)) > 1;
  g_autoptr (GMenu) submenu = is_there ? ref_link (section, 1, G_MENU_LINK_SUBMENU) : g_menu_new ();

  list_names (submenu, names, "win.remove-comparison");
  if (is_there && names[0] == NULL)
    g_menu_remove (section, 1);
  else if (!is_there && names[0] != NULL)
    g_menu_append_submenu (section, _("_Remove"), G_MENU_MODEL (submenu));
}

/* The sections stay: of one that goes with a submenu in it, GTK keeps the submenu's page. */
static void
fill (GMenu      *menu,
      const char *key,
      GSettings  *settings)
{
  g_auto (GStrv) names = atlas_saved_comparisons_list (settings);
  g_autoptr (GMenu) open = ref_link (menu, 0, G_MENU_LINK_SECTION);
  g_autoptr (GMenu) more = ref_link (menu, 1, G_MENU_LINK_SECTION);

  list_names (open, names, "win.open-comparison");
  list_removable (more, names);
}

GMenuModel *
atlas_saved_comparisons_menu_new (GSettings *settings)
{
  g_autoptr (GMenu) open = NULL;
  g_autoptr (GMenu) more = NULL;
  GMenu *menu;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  menu = g_menu_new ();
  open = g_menu_new ();
  more = g_menu_new ();
  g_menu_append (more, _("_Save This Comparison…"), "win.save-comparison::");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  fill (menu, KEY, settings);
  g_object_set_data_full (G_OBJECT (menu), "settings", g_object_ref (settings), g_object_unref);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (fill), menu, G_CONNECT_SWAPPED);
  return G_MENU_MODEL (menu);
}
