/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/shortcuts.h"

#include <glib/gi18n.h>
#include <string.h>

static const AtlasShortcut shortcuts[] = {
  { N_("View"), N_("Overview"), "win.show-page::overview", "<Control>1" },
  { N_("View"), N_("Compare"), "win.show-page::compare", "<Control>2" },
  { N_("View"), N_("Trends"), "win.show-page::trends", "<Control>3" },
  { N_("View"), N_("Coverage"), "win.show-page::coverage", "<Control>4" },
  { N_("View"), N_("Funding"), "win.show-page::funding", "<Control>5" },
  { N_("View"), N_("Data"), "win.show-page::data", "<Control>6" },
  { N_("View"), N_("Report"), "win.show-page::report", "<Control>7" },
  { N_("View"), N_("Search regions"), "win.search-regions", "<Control>f" },
  { N_("View"), N_("Take the region into the comparison, or out of it"), NULL, "space" },
  { N_("View"), N_("Back to the page and region before"), "win.back", "<Alt>Left Back" },
  { N_("View"), N_("Forward again"), "win.forward", "<Alt>Right Forward" },
  { N_("View"), N_("Up one level"), "win.drill-up", "BackSpace", TRUE },
  { N_("View"), N_("Undo a step of the view"), "win.undo", "<Control>z", TRUE },
  { N_("View"), N_("Redo a step of the view"), "win.redo", "<Control><Shift>z <Control>y", TRUE },
  { N_("View"), N_("Show or hide the regions"), "win.show-regions", "F9" },
  { N_("View"), N_("Show or hide where figures come from"), "win.show-source", "<Shift>F9" },
  { N_("View"), N_("Go to where the figure comes from"), "win.read-source", "F6" },

  { N_("Charts"), N_("Next and previous data point"), NULL, "Down Up" },
  { N_("Charts"), N_("Drill down"), NULL, "Return" },
  { N_("Charts"), N_("First and last data point"), NULL, "Home End" },
  { N_("Charts"), N_("Fewer rows, more, or all"), NULL, "plus minus 0" },
  { N_("Charts"), N_("Next and previous rows"), NULL, "Page_Down Page_Up" },
  { N_("Charts"), N_("Chart or table"), NULL, "t" },
  { N_("Charts"), N_("Copy the chart, or its table"), NULL, "<Control>c" },
  { N_("Charts"), N_("Menu of the chart"), NULL, "<Shift>F10 Menu" },

  { N_("Reports"), N_("Export the report as PDF"), "win.export-pdf::", "<Control>e" },
  { N_("Reports"), N_("Export the chart as a picture"), "win.export-image::", "<Control><Shift>e" },
  { N_("Reports"), N_("Export the table"), "win.export-table::", "<Control><Shift>t" },
  { N_("Reports"), N_("Print the report"), "win.print", "<Control>p" },
  { N_("Reports"), N_("Next and previous page of the report"), NULL, "Page_Down Page_Up" },
  { N_("Reports"), N_("Larger, smaller, or as wide as there is room"), NULL, "plus minus 0" },
  { N_("Reports"), N_("Move a section up or down"), NULL, "<Alt>Up <Alt>Down" },

  { N_("Dataset"), N_("Open a dataset"), "app.open::", "<Control>o" },
  { N_("Dataset"), N_("New figure"), "win.new-figure", "<Control>n" },
  { N_("Dataset"), N_("Import files"), "win.import::", "<Control>i" },
  { N_("Dataset"), N_("Take back the last import"), "win.undo-import", "<Control><Shift>i" },
  { N_("Dataset"), N_("Import the table that was copied (on the Data page)"), "win.paste-table", "<Control>v", TRUE },

  { N_("Program"), N_("Help on the page shown"), "app.help::", "F1" },
  { N_("Program"), N_("Preferences"), "app.preferences", "<Control>comma" },
  { N_("Program"), N_("Keyboard shortcuts"), "win.show-help-overlay", "<Control>question" },
  { N_("Program"), N_("Close the window"), "window.close", "<Control>w" },
  { N_("Program"), N_("Quit"), "app.quit", "<Control>q" },
};

const AtlasShortcut *
atlas_shortcuts_list (guint *out_n)
{
  *out_n = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

void
atlas_shortcuts_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL && !shortcuts[i].after_entries)
      {
        g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);

        gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char *const *) keys);
      }
}

static void
add_shortcut (GtkShortcutController *controller,
              const AtlasShortcut   *shortcut)
{
  g_auto (GStrv) keys = g_strsplit (shortcut->keys, " ", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    gtk_shortcut_controller_add_shortcut (controller,
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i]),
                                                            gtk_named_action_new (shortcut->action)));
}

void
atlas_shortcuts_add_to (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL && shortcuts[i].after_entries)
      add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), &shortcuts[i]);
  gtk_widget_add_controller (window, controller);
}

static void
append_group (GString *ui,
              guint   *position)
{
  const char *group = shortcuts[*position].group;

  g_string_append (ui, "<child><object class='GtkShortcutsGroup'>");
  g_string_append_printf (ui, "<property name='title'>%s</property>", _(group));
  for (; *position < G_N_ELEMENTS (shortcuts) && strcmp (shortcuts[*position].group, group) == 0; (*position)++)
    {
      g_autofree char *row = g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'>"
                                                      "<property name='accelerator'>%s</property>"
                                                      "<property name='title'>%s</property></object></child>",
                                                      shortcuts[*position].keys, _(shortcuts[*position].title));

      g_string_append (ui, row);
    }
  g_string_append (ui, "</object></child>");
}

/* GtkShortcutsWindow can only be filled by GtkBuilder: its description is written here from the table. */
GtkWidget *
atlas_shortcuts_window_new (void)
{
  g_autoptr (GString) ui = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                                         "<property name='modal'>1</property><child>"
                                         "<object class='GtkShortcutsSection'>"
                                         "<property name='section-name'>all</property>"
                                         "<property name='max-height'>12</property>");
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *window;
  guint position = 0;

  while (position < G_N_ELEMENTS (shortcuts))
    append_group (ui, &position);
  g_string_append (ui, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (ui->str, (gssize) ui->len);
  window = GTK_WIDGET (gtk_builder_get_object (builder, "window"));
  gtk_window_set_title (GTK_WINDOW (window), _("Keyboard shortcuts"));
  return window;
}
