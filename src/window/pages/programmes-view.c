/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/programmes-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "indicators/number-format.h"
#include "indicators/programme-figures.h"
#include "window/parts/wrap-layout.h"

/* How many of the divisions that run a programme the list names. */
#define N_NAMED 3
#define SOURCE_CHARS 18

struct _AtlasProgrammesView
{
  GtkWidget parent_instance;

  AtlasSession *session;
  GPtrArray *all;    /* (element-type AtlasProgrammeFigures) */
  AtlasRegisterUse *use; /* (nullable): with @all */
  GPtrArray *listed; /* the same: those in the grid, in its order; borrowed */
  GPtrArray *source_ids; /* (element-type utf8): of the list of documents, behind its first line */
  char *chosen;      /* (nullable): id of the programme whose page is shown */
  char *region;      /* (nullable): code of the region that list and page were made for last */
  gboolean is_stale;
  gboolean updating;

  GtkStack *stack;
  GtkBox *card;
  GtkEditable *search;
  GtkDropDown *groups;
  GtkDropDown *sources;
  GtkToggleButton *here;
  GtkLabel *count;
  AdwStatusPage *empty;
  AtlasTextGrid *grid;
  AtlasProgrammePage *page;
};

G_DEFINE_FINAL_TYPE (AtlasProgrammesView, atlas_programmes_view, GTK_TYPE_WIDGET)

static const AtlasProgramme *
get_programme (GPtrArray *programmes,
               guint      n)
{
  return ((const AtlasProgrammeFigures *) g_ptr_array_index (programmes, n))->programme;
}

/* The group that is chosen, or NULL for all: groups follow each other as the programmes do. */
static const char *
get_group (AtlasProgrammesView *self)
{
  guint left = gtk_drop_down_get_selected (self->groups);
  const char *group = NULL;

  for (guint i = 0; i < self->all->len && left > 0; i++)
    if (g_strcmp0 (get_programme (self->all, i)->group, group) != 0)
      {
        group = get_programme (self->all, i)->group;
        left--;
      }
  return group;
}

static const char *
get_source (AtlasProgrammesView *self)
{
  guint selected = gtk_drop_down_get_selected (self->sources);

  return selected > 0 && selected <= self->source_ids->len ? g_ptr_array_index (self->source_ids, selected - 1) : NULL;
}

static gboolean
is_wanted (AtlasProgrammesView         *self,
           const AtlasProgrammeFigures *figures)
{
  const AtlasProgramme *programme = figures->programme;
  const AtlasRegion *region = atlas_session_lookup_region (self->session);
  const char *group = get_group (self);
  const char *source = get_source (self);

  if (group != NULL && strcmp (programme->group, group) != 0)
    return FALSE;
  if (source != NULL && !g_strv_contains ((const char *const *) programme->sources, source))
    return FALSE;
  if (gtk_toggle_button_get_active (self->here) && region != NULL &&
      !atlas_programme_figures_is_run_in (figures, self->use, region))
    return FALSE;
  return atlas_programme_matches (programme, gtk_editable_get_text (self->search));
}

/* "Ningxia, Wuzhong, Kangbashi …" */
static char *
dup_regions (const AtlasProgrammeFigures *figures)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (figures->regions->len, N_NAMED); i++)
    {
      g_autofree char *name = atlas_region_dup_short_name (g_ptr_array_index (figures->regions, i));

      g_string_append_printf (text, "%s%s", i > 0 ? C_("list of names", ", ") : "", name);
    }
  if (figures->regions->len > N_NAMED)
    g_string_append_printf (text, " +%u", figures->regions->len - N_NAMED);
  return g_string_free (text, FALSE);
}

static char **
row_new (const AtlasProgrammeFigures *figures)
{
  char **cells = g_new0 (char *, 6);

  cells[0] = g_strdup (figures->programme->programme_id);
  cells[1] = g_strdup (atlas_programme_get_name (figures->programme));
  cells[2] = g_strdup (atlas_programme_get_group_name (figures->programme));
  cells[3] = dup_regions (figures);
  cells[4] = figures->figures->len > 0 ? atlas_format_cell (figures->figures->len, NULL, ATLAS_SCALE_ONE) : g_strdup ("—");
  return cells;
}

static void
show_count (AtlasProgrammesView *self)
{
  g_autofree char *count =
    g_strdup_printf (ngettext ("%u programme", "%u programmes", self->listed->len), self->listed->len);

  gtk_label_set_text (self->count, count);
}

static void
fill_list (AtlasProgrammesView *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_set_size (self->listed, 0);
  for (guint i = 0; i < self->all->len; i++)
    if (is_wanted (self, g_ptr_array_index (self->all, i)))
      {
        g_ptr_array_add (self->listed, g_ptr_array_index (self->all, i));
        g_ptr_array_add (rows, row_new (g_ptr_array_index (self->all, i)));
      }
  atlas_text_grid_set_rows (self->grid, rows, 0);
  show_count (self);
}

static void
list_groups (AtlasProgrammesView *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *last = NULL;

  gtk_string_list_append (titles, _("All Groups"));
  for (guint i = 0; i < self->all->len; i++)
    {
      const AtlasProgramme *programme = get_programme (self->all, i);

      if (g_strcmp0 (programme->group, last) != 0)
        gtk_string_list_append (titles, atlas_programme_get_group_name (programme));
      last = programme->group;
    }
  gtk_drop_down_set_model (self->groups, G_LIST_MODEL (titles));
}

static gboolean
is_described (AtlasProgrammesView *self,
              const AtlasSource   *source)
{
  for (guint i = 0; i < self->all->len; i++)
    if (g_strv_contains ((const char *const *) get_programme (self->all, i)->sources, source->source_id))
      return TRUE;
  return FALSE;
}

/* Those documents that describe programmes. */
static void
list_sources (AtlasProgrammesView *self)
{
  g_autoptr (GPtrArray) sources = atlas_dataset_load_sources (atlas_session_get_dataset (self->session), NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _("All Documents"));
  g_ptr_array_set_size (self->source_ids, 0);
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const AtlasSource *source = g_ptr_array_index (sources, i);

      if (!is_described (self, source))
        continue;
      gtk_string_list_append (titles, source->title);
      g_ptr_array_add (self->source_ids, g_strdup (source->source_id));
    }
  gtk_drop_down_set_model (self->sources, G_LIST_MODEL (titles));
}

static gboolean
load_all (AtlasProgrammesView  *self,
          GError              **error)
{
  AtlasDataset *dataset = atlas_session_get_dataset (self->session);
  g_autoptr (GPtrArray) programmes = atlas_dataset_load_programmes (dataset, error);
  g_autoptr (GPtrArray) figures = programmes != NULL ? atlas_dataset_load_figures (dataset, NULL, NULL, error) : NULL;

  g_ptr_array_set_size (self->listed, 0);
  g_ptr_array_set_size (self->all, 0);
  g_clear_pointer (&self->use, atlas_register_use_free);
  self->use = figures != NULL ? atlas_register_use_load (dataset, error) : NULL;
  for (guint i = 0; self->use != NULL && i < programmes->len; i++)
    g_ptr_array_add (self->all, atlas_programme_figures_new (atlas_dataset_get_regions (dataset),
                                                             g_ptr_array_index (programmes, i), figures, self->use));
  return self->use != NULL;
}

static void
update_here (AtlasProgrammesView *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);
  g_autofree char *short_name = region != NULL ? atlas_region_dup_short_name (region) : NULL;
  g_autofree char *label = g_strdup_printf (_("Only %s"), short_name != NULL ? short_name : "");

  gtk_button_set_label (GTK_BUTTON (self->here), label);
  gtk_widget_set_visible (GTK_WIDGET (self->here), region != NULL && region->parent != NULL);
}

static void
show_what_is_chosen (AtlasProgrammesView *self)
{
  for (guint i = 0; self->chosen != NULL && i < self->all->len; i++)
    if (strcmp (get_programme (self->all, i)->programme_id, self->chosen) == 0)
      {
        gtk_stack_set_visible_child_name (self->stack, "programme");
        atlas_programme_page_show (self->page, g_ptr_array_index (self->all, i));
        return;
      }
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
show_empty (AtlasProgrammesView *self,
            const char          *description)
{
  adw_status_page_set_description (self->empty, description);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* Reads all anew: another dataset is open, or there are other figures in it. */
static void
load (AtlasProgrammesView *self)
{
  guint group = gtk_drop_down_get_selected (self->groups);
  guint source = gtk_drop_down_get_selected (self->sources);
  g_autoptr (GError) error = NULL;

  if (atlas_session_get_dataset (self->session) == NULL)
    return;
  self->is_stale = FALSE;
  if (!load_all (self, &error) || self->all->len == 0)
    {
      show_empty (self, error != NULL ? error->message : _("This dataset holds none."));
      return;
    }
  self->updating = TRUE;
  list_groups (self);
  list_sources (self);
  gtk_drop_down_set_selected (self->groups, group != GTK_INVALID_LIST_POSITION ? group : 0);
  gtk_drop_down_set_selected (self->sources, source != GTK_INVALID_LIST_POSITION ? source : 0);
  update_here (self);
  self->updating = FALSE;
  fill_list (self);
  show_what_is_chosen (self);
}

static void
load_if_shown (AtlasProgrammesView *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

/* The list may be of the chosen region, and the page has its answer. */
static void
subject_changed (AtlasProgrammesView *self)
{
  const char *region = atlas_session_get_region (self->session);

  if (self->is_stale || self->all->len == 0 || g_strcmp0 (self->region, region) == 0)
    return;
  g_free (self->region);
  self->region = g_strdup (region);
  update_here (self);
  if (gtk_toggle_button_get_active (self->here))
    fill_list (self);
  if (self->chosen != NULL)
    show_what_is_chosen (self);
}

static void
filter_changed (AtlasProgrammesView *self)
{
  if (!self->updating && self->all->len > 0)
    fill_list (self);
}

static void
row_activated (AtlasProgrammesView *self,
               guint                row)
{
  const char *id = get_programme (self->listed, row)->programme_id;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-programme", "s", id);
}

static void
atlas_programmes_view_map (GtkWidget *widget)
{
  AtlasProgrammesView *self = ATLAS_PROGRAMMES_VIEW (widget);

  if (self->is_stale)
    load (self);
  GTK_WIDGET_CLASS (atlas_programmes_view_parent_class)->map (widget);
}

static void
atlas_programmes_view_dispose (GObject *object)
{
  AtlasProgrammesView *self = ATLAS_PROGRAMMES_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_PROGRAMMES_VIEW);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->use, atlas_register_use_free);
  g_clear_pointer (&self->source_ids, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->region, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_programmes_view_parent_class)->dispose (object);
}

static void
atlas_programmes_view_class_init (AtlasProgrammesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_programmes_view_dispose;
  widget_class->map = atlas_programmes_view_map;
  g_type_ensure (ATLAS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/programmes-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammesView, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammesView, card);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammesView, search);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammesView, groups);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammesView, sources);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammesView, here);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammesView, count);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammesView, empty);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed);
}

static void
add_grid (AtlasProgrammesView *self)
{
  const AtlasGridColumn columns[] = {
    { _("No."), 56 }, { _("Programme"), .wraps = TRUE }, { _("Group"), 230, .wraps = TRUE }, { _("Run by"), 200, .wraps = TRUE },
    { _("Figures"), 76, TRUE },
  };

  self->grid = ATLAS_TEXT_GRID (atlas_text_grid_new (_("Programmes"), columns, G_N_ELEMENTS (columns)));
  gtk_widget_set_vexpand (GTK_WIDGET (self->grid), TRUE);
  g_signal_connect_object (self->grid, "row-activated", G_CALLBACK (row_activated), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->card, GTK_WIDGET (self->grid));
}

static void
setup_source (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), SOURCE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_source (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* A title is longer than the button may be wide; the list shows it whole. */
static void
shorten_sources (AtlasProgrammesView *self)
{
  g_autoptr (GtkListItemFactory) whole = g_object_ref (gtk_drop_down_get_factory (self->sources));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_source), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_source), NULL);
  gtk_drop_down_set_list_factory (self->sources, whole);
  gtk_drop_down_set_factory (self->sources, factory);
}

static void
atlas_programmes_view_init (AtlasProgrammesView *self)
{
  self->is_stale = TRUE;
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_programme_figures_free);
  self->listed = g_ptr_array_new ();
  self->source_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  shorten_sources (self);
  add_grid (self);
}

GtkWidget *
atlas_programmes_view_new (AtlasSession *session)
{
  AtlasProgrammesView *self = g_object_new (ATLAS_TYPE_PROGRAMMES_VIEW, NULL);

  self->session = g_object_ref (session);
  self->page = ATLAS_PROGRAMME_PAGE (atlas_programme_page_new (session));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "programme");
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (load_if_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "subject-changed", G_CALLBACK (subject_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

gboolean
atlas_programmes_view_show (AtlasProgrammesView *self,
                            const char          *id)
{
  const AtlasProgramme *programme = NULL;
  gboolean is_open;

  g_return_val_if_fail (ATLAS_IS_PROGRAMMES_VIEW (self), FALSE);

  is_open = atlas_session_get_dataset (self->session) != NULL;
  if (self->is_stale)
    load (self);
  for (guint i = 0; i < self->all->len && programme == NULL; i++)
    if (g_ascii_strcasecmp (get_programme (self->all, i)->programme_id, id) == 0)
      programme = get_programme (self->all, i);
  if (programme == NULL && is_open)
    return FALSE;
  g_free (self->chosen);
  self->chosen = programme != NULL ? g_strdup (programme->programme_id) : g_ascii_strup (id, -1);
  if (is_open)
    show_what_is_chosen (self);
  return TRUE;
}

void
atlas_programmes_view_show_list (AtlasProgrammesView *self,
                                 gboolean             of_region)
{
  g_return_if_fail (ATLAS_IS_PROGRAMMES_VIEW (self));

  g_clear_pointer (&self->chosen, g_free);
  if (self->is_stale)
    load (self);
  self->updating = TRUE;
  gtk_toggle_button_set_active (self->here, of_region);
  self->updating = FALSE;
  filter_changed (self);
  if (self->all->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
}

void
atlas_programmes_view_search (AtlasProgrammesView *self,
                              const char          *text)
{
  g_return_if_fail (ATLAS_IS_PROGRAMMES_VIEW (self));

  gtk_editable_set_text (self->search, text);
  filter_changed (self);
}

AtlasProgrammePage *
atlas_programmes_view_get_page (AtlasProgrammesView *self)
{
  g_return_val_if_fail (ATLAS_IS_PROGRAMMES_VIEW (self), NULL);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "programme") == 0 ? self->page : NULL;
}

AtlasTextGrid *
atlas_programmes_view_get_grid (AtlasProgrammesView *self)
{
  g_return_val_if_fail (ATLAS_IS_PROGRAMMES_VIEW (self), NULL);

  return self->grid;
}
