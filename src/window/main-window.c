/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/main-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "window/imports/new-figure-dialog.h"
#include "window/main-menu.h"
#include "window/pages/page-place.h"
#include "window/pages/year-button.h"
#include "window/parts/busy-bar.h"
#include "window/parts/memory-trim.h"
#include "window/parts/quiet-tooltip.h"
#include "window/place-buttons.h"
#include "window/regions/region-sidebar.h"
#include "window/shortcuts.h"
#include "window/source-panel.h"
#include "window/welcome-bar.h"

struct _AtlasMainWindow
{
  AdwApplicationWindow parent_instance;

  AtlasSession *session;
  GSettings *settings;
  AtlasReportSettings *report_settings;
  gboolean updating;
  guint fit_id;
  guint n_works; /* exports under way */

  AdwToastOverlay *toast_overlay;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *switcher_bar;
  AtlasPlaceButtons *place_buttons;
  AtlasYearButton *year_button;
  GtkWidget *regions_button;
  GtkWidget *source_button;
  GtkWidget *export_button;
  GtkMenuButton *menu_button;
  GtkLabel *dataset_label;
  GtkSpinner *spinner;
  AtlasWelcomeBar *welcome_bar;
  AdwFlap *region_flap;
  AdwFlap *source_flap;
  AtlasRegionSidebar *sidebar;
  AtlasSourcePanel *source_panel;
  AtlasBusyBar *busy_bar;
  GtkStack *content_stack;
  AdwViewStack *stack;
};

G_DEFINE_FINAL_TYPE (AtlasMainWindow, atlas_main_window, ADW_TYPE_APPLICATION_WINDOW)

/* The user chose another page in the switcher. */
static void
page_shown_cb (AtlasMainWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  if (!self->updating && name != NULL)
    atlas_session_set_page (self->session, name);
}

static void
show_page (AtlasMainWindow *self)
{
  const char *page = atlas_session_get_page (self->session);

  self->updating = TRUE;
  if (adw_view_stack_get_child_by_name (self->stack, page) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, page);
  else /* remembered by another version of the program */
    atlas_session_set_page (self->session, adw_view_stack_get_visible_child_name (self->stack));
  self->updating = FALSE;
}

static gboolean
fit_header (gpointer user_data)
{
  AtlasMainWindow *self = user_data;

  gboolean has_title = adw_view_switcher_title_get_title_visible (self->switcher_title);

  self->fit_id = 0;
  gtk_widget_set_visible (self->export_button, !adw_flap_get_folded (self->region_flap));
  if (has_title)
    adw_view_switcher_bar_set_stack (self->switcher_bar, self->stack);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, has_title);
  return G_SOURCE_REMOVE;
}

/* A narrow header has no room for the export button, whose action is in the menu too, nor for the pages, which then stand in a
 * bar below. The flap folds while sizes are being allocated, when nothing may be shown or hidden. */
static void
width_changed_cb (AtlasMainWindow *self)
{
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, fit_header, self, NULL);
}

/* The panel comes when there is something to read in it, and leaves its room to the page until then. On a narrow window,
 * where it lies over the page, it also goes with it. */
static void
selection_changed_cb (AtlasMainWindow *self)
{
  gboolean has_selection = atlas_session_has_selection (self->session);

  if (has_selection || adw_flap_get_folded (self->source_flap))
    adw_flap_set_reveal_flap (self->source_flap, has_selection);
}

/* Nor is there room for both panes at once. */
static void
revealed_cb (AtlasMainWindow *self,
             GParamSpec      *pspec,
             AdwFlap         *flap)
{
  AdwFlap *other = flap == self->region_flap ? self->source_flap : self->region_flap;

  if (adw_flap_get_reveal_flap (flap) && adw_flap_get_folded (flap) && adw_flap_get_folded (other))
    adw_flap_set_reveal_flap (other, FALSE);
}

static void
set_enabled (AtlasMainWindow *self,
             const char      *action,
             gboolean         enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)), enabled);
}

/* Which dataset is open, unless it is the usual one, and whether nothing can be added to it. */
static void
show_dataset (AtlasMainWindow *self,
              AtlasDataset    *dataset)
{
  const char *path = atlas_dataset_get_path (dataset);
  g_autofree char *name = g_path_get_basename (path);
  gboolean is_usual = g_str_equal (name, "published.atlas");
  const char *read_only = atlas_dataset_is_read_only (dataset) ? _("Read-only") : "";
  g_autofree char *text = NULL;

  if (g_str_has_suffix (name, ".atlas"))
    name[strlen (name) - strlen (".atlas")] = '\0';
  text = g_strconcat (is_usual ? "" : name, !is_usual && read_only[0] != '\0' ? " · " : "", read_only, NULL);
  gtk_label_set_label (self->dataset_label, text);
  atlas_quiet_tooltip_set (GTK_WIDGET (self->dataset_label), path);
  gtk_widget_set_visible (GTK_WIDGET (self->dataset_label), text[0] != '\0');
}

/* The pages have something to show from now on. */
static void
activate_pages (AtlasMainWindow *self)
{
  for (GtkWidget *place = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); place != NULL;
       place = gtk_widget_get_next_sibling (place))
    atlas_page_place_set_active (ATLAS_PAGE_PLACE (place), TRUE);
}

static void
dataset_changed_cb (AtlasMainWindow *self)
{
  AtlasDataset *dataset = atlas_session_get_dataset (self->session);
  g_autofree char *name = g_path_get_basename (atlas_dataset_get_path (dataset));

  show_dataset (self, dataset);
  activate_pages (self);
  gtk_stack_set_visible_child_name (self->content_stack, "dataset");
  adw_view_switcher_title_set_subtitle (self->switcher_title,
                                        atlas_dataset_is_read_only (dataset) ? _("Read-only") : NULL);
  set_enabled (self, "new-figure", !atlas_dataset_is_read_only (dataset));
  set_enabled (self, "new-figure-on", !atlas_dataset_is_read_only (dataset));
  gtk_window_set_title (GTK_WINDOW (self), name);
}

static void
show_page_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  AtlasMainWindow *self = user_data;
  const char *page = g_variant_get_string (parameter, NULL);

  if (adw_view_stack_get_child_by_name (self->stack, page) != NULL)
    atlas_session_set_page (self->session, page);
}

static void
search_regions_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  AtlasMainWindow *self = user_data;

  adw_flap_set_reveal_flap (self->region_flap, TRUE);
  atlas_region_sidebar_start_search (self->sidebar);
}

/* Of the indicator that PARAMETER (nullable) names, else of the one that is shown. */
static void
new_figure_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  AtlasMainWindow *self = user_data;
  GtkWidget *dialog = atlas_new_figure_dialog_new (self->session);

  if (parameter != NULL)
    atlas_new_figure_dialog_set_indicator (ATLAS_NEW_FIGURE_DIALOG (dialog), g_variant_get_string (parameter, NULL));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Made when it is asked for: it takes as long as a page. */
static void
show_shortcuts_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GtkWidget *shortcuts = atlas_shortcuts_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (shortcuts), GTK_WINDOW (user_data));
  gtk_window_present (GTK_WINDOW (shortcuts));
}

/* A pane that is folded away for want of room is not remembered as unwanted. */
static void
remember_regions (AtlasMainWindow *self)
{
  if (!adw_flap_get_folded (self->region_flap))
    g_settings_set_boolean (self->settings, "sidebar-visible", adw_flap_get_reveal_flap (self->region_flap));
}

/* Nobody would see what they ask and tell; what they have under way is cancelled. */
static void
close_dialogs (AtlasMainWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (window != NULL && gtk_window_get_transient_for (window) == GTK_WINDOW (self))
        gtk_window_close (window);
    }
}

static gboolean
atlas_main_window_close_request (GtkWindow *window)
{
  AtlasMainWindow *self = ATLAS_MAIN_WINDOW (window);

  close_dialogs (self);
  remember_regions (self);

  return GTK_WINDOW_CLASS (atlas_main_window_parent_class)->close_request (window);
}

static void
restore_window (AtlasMainWindow *self)
{
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "welcome", self->welcome_bar, "revealed", G_SETTINGS_BIND_DEFAULT);
  adw_flap_set_reveal_flap (self->region_flap, g_settings_get_boolean (self->settings, "sidebar-visible"));
}

/* Not in the template, where each asks the display and waits for its answer before the window is shown. */
static void
add_tooltips (AtlasMainWindow *self)
{
  atlas_quiet_tooltip_set (self->regions_button, _("Regions"));
  atlas_quiet_tooltip_set (self->source_button, _("Where figures come from"));
  atlas_quiet_tooltip_set (GTK_WIDGET (self->menu_button), _("Menu"));
  atlas_quiet_tooltip_describe (self->export_button, _("Write the report on what is shown as PDF"));
  atlas_quiet_tooltip_set (GTK_WIDGET (self->spinner), _("Writing…"));
}

static void
add_pane_action (AtlasMainWindow *self,
                 const char      *name,
                 AdwFlap         *flap)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, flap, "reveal-flap");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

static void
read_source_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  AtlasMainWindow *self = ATLAS_MAIN_WINDOW (user_data);

  adw_flap_set_reveal_flap (self->source_flap, TRUE);
  atlas_source_panel_read (self->source_panel);
}

static void
add_actions (AtlasMainWindow *self)
{
  static const GActionEntry entries[] = {
    { "show-page", show_page_cb, "s" },
    { "search-regions", search_regions_cb },
    { "read-source", read_source_cb },
    { "new-figure", new_figure_cb },
    { "show-help-overlay", show_shortcuts_cb },
    { "new-figure-on", new_figure_cb, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  set_enabled (self, "new-figure", FALSE); /* until there is a dataset */
  set_enabled (self, "new-figure-on", FALSE);
  add_pane_action (self, "show-regions", self->region_flap);
  add_pane_action (self, "show-source", self->source_flap);
}

static gboolean
is_closed (AtlasMainWindow *self)
{
  return self->toast_overlay == NULL;
}

static void
show_work (AtlasMainWindow *self)
{
  static const char *const actions[] = { "export-pdf", "export-report", "export-image", "export-table", "print" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    set_enabled (self, actions[i], self->n_works == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->n_works > 0);
  gtk_spinner_set_spinning (self->spinner, self->n_works > 0);
  if (self->n_works == 0)
    atlas_busy_bar_hide (self->busy_bar);
}

void
atlas_main_window_begin_work (AtlasMainWindow *self)
{
  g_return_if_fail (ATLAS_IS_MAIN_WINDOW (self));

  self->n_works++;
  g_application_hold (g_application_get_default ());
  if (!is_closed (self))
    show_work (self);
}

gboolean
atlas_main_window_end_work (AtlasMainWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_MAIN_WINDOW (self), TRUE);
  g_return_val_if_fail (self->n_works > 0, TRUE);

  self->n_works--;
  atlas_memory_trim_soon ();
  g_application_release (g_application_get_default ());
  if (!is_closed (self))
    show_work (self);
  return is_closed (self);
}

AtlasSession *
atlas_main_window_get_session (AtlasMainWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_MAIN_WINDOW (self), NULL);

  return self->session;
}

AtlasPage *
atlas_main_window_get_page (AtlasMainWindow *self)
{
  GtkWidget *child;

  g_return_val_if_fail (ATLAS_IS_MAIN_WINDOW (self), NULL);

  child = adw_view_stack_get_visible_child (self->stack);
  return child != NULL ? atlas_page_place_get_page (ATLAS_PAGE_PLACE (child)) : NULL;
}

AtlasPage *
atlas_main_window_get_named_page (AtlasMainWindow *self,
                                  const char      *name)
{
  GtkWidget *child;

  g_return_val_if_fail (ATLAS_IS_MAIN_WINDOW (self), NULL);

  child = adw_view_stack_get_child_by_name (self->stack, name);
  g_return_val_if_fail (child != NULL, NULL);
  return atlas_page_place_get_page (ATLAS_PAGE_PLACE (child));
}

gboolean
atlas_main_window_open (AtlasMainWindow *self,
                        const char      *path)
{
  g_autoptr (GError) error = NULL;
  AtlasDatasetReading *reading;

  g_return_val_if_fail (ATLAS_IS_MAIN_WINDOW (self), FALSE);

  reading = atlas_dataset_reading_new (path, &error);
  return atlas_main_window_take (self, reading, error);
}

gboolean
atlas_main_window_take (AtlasMainWindow     *self,
                        AtlasDatasetReading *reading,
                        const GError        *error)
{
  g_return_val_if_fail (ATLAS_IS_MAIN_WINDOW (self), FALSE);

  if (reading != NULL)
    {
      atlas_session_take (self->session, reading);
      return TRUE;
    }
  if (atlas_session_get_dataset (self->session) == NULL)
    gtk_stack_set_visible_child_name (self->content_stack, "empty");
  atlas_main_window_show_error (self, _("The dataset could not be opened"), error);
  return FALSE;
}

void
atlas_main_window_say_busy (AtlasMainWindow *self,
                            const char      *message,
                            GCancellable    *cancellable)
{
  g_return_if_fail (ATLAS_IS_MAIN_WINDOW (self));
  g_return_if_fail (self->n_works > 0);

  if (!is_closed (self))
    atlas_busy_bar_show (self->busy_bar, message, cancellable);
}

/* They hold the session and the panes, and may outlive the window: GTK's one window of tooltips holds the actions of the window
 * that it was shown over last. */
static void
remove_actions (GActionMap *map)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (map));

  for (guint i = 0; names[i] != NULL; i++)
    g_action_map_remove_action (map, names[i]);
}

static void
atlas_main_window_dispose (GObject *object)
{
  AtlasMainWindow *self = ATLAS_MAIN_WINDOW (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_MAIN_WINDOW);
  if (self->session != NULL)
    remove_actions (G_ACTION_MAP (self));
  g_clear_object (&self->settings);
  g_clear_object (&self->report_settings);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_main_window_parent_class)->dispose (object);
}

static void
atlas_main_window_class_init (AtlasMainWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_main_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = atlas_main_window_close_request;

  g_type_ensure (ATLAS_TYPE_BUSY_BAR);
  g_type_ensure (ATLAS_TYPE_PLACE_BUTTONS);
  g_type_ensure (ATLAS_TYPE_REGION_SIDEBAR);
  g_type_ensure (ATLAS_TYPE_SOURCE_PANEL);
  g_type_ensure (ATLAS_TYPE_WELCOME_BAR);
  g_type_ensure (ATLAS_TYPE_YEAR_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/main-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, place_buttons);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, year_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, regions_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, source_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, dataset_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, welcome_bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, region_flap);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, source_flap);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, source_panel);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, busy_bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, content_stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasMainWindow, stack);
  gtk_widget_class_bind_template_callback (widget_class, page_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
}

static void
atlas_main_window_init (AtlasMainWindow *self)
{
  self->session = atlas_session_new ();
  self->report_settings = atlas_report_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AtlasMainWindow *
atlas_main_window_create (AdwApplication *application,
                          GSettings      *settings)
{
  AtlasMainWindow *self = g_object_new (ATLAS_TYPE_MAIN_WINDOW, "application", application, NULL);

  self->updating = TRUE;
  self->settings = g_object_ref (settings);
  atlas_session_bind_settings (self->session, settings);
  atlas_report_settings_bind (self->report_settings, settings);
  atlas_region_sidebar_set_session (self->sidebar, self->session);
  atlas_source_panel_set_session (self->source_panel, self->session);
  atlas_year_button_set_session (self->year_button, self->session);
  atlas_main_menu_add_to (self->menu_button);
  add_tooltips (self);
  add_actions (self);
  return self;
}

AdwToastOverlay *
atlas_main_window_get_toast_overlay (AtlasMainWindow *self)
{
  return self->toast_overlay;
}

AtlasReportSettings *
atlas_main_window_get_report_settings (AtlasMainWindow *self)
{
  return self->report_settings;
}

GtkWidget *
atlas_main_window_add_page (AtlasMainWindow *self,
                            AtlasPageMaker   make,
                            gpointer         data,
                            const char      *name,
                            const char      *title,
                            const char      *icon)
{
  GtkWidget *place = atlas_page_place_new (make, data);

  adw_view_stack_add_titled_with_icon (self->stack, place, name, title, icon);
  return place;
}

void
atlas_main_window_start (AtlasMainWindow *self)
{
  self->updating = FALSE;
  /* Not before: a switcher makes all its buttons anew for each page that comes. */
  adw_view_switcher_title_set_stack (self->switcher_title, self->stack);
  show_page (self);
  atlas_place_buttons_set_session (self->place_buttons, self->session, self->stack);
  atlas_place_buttons_add_to (GTK_WIDGET (self));
  restore_window (self);
  g_signal_connect_object (self->session, "notify::page", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "dataset-changed", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
