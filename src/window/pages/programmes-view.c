/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/programmes-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "indicators/number-format.h"
#include "window/parts/wrap-layout.h"
#include "window/state/inquiry.h"

/* How many of the divisions that run a programme the list names. */
#define N_NAMED 3
#define SOURCE_CHARS 18

struct _AtlasProgrammesView
{
  GtkWidget parent_instance;

  AtlasSession *session;
  AtlasProgrammeList *list; /* (nullable): until it is known, and where there are none */
  GCancellable *asking;     /* (nullable): of @list, which is read anew */
  GPtrArray *listed;        /* (element-type AtlasProgrammeFigures): those in the grid, in its order; borrowed from @list */
  char *chosen;             /* (nullable): id of the programme whose page is shown */
  char *region;             /* (nullable): code of the region that the list was asked for last */
  gboolean is_stale;
  gboolean has_filters; /* for the dataset as it is */
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

static const AtlasProgramme *
get_nth (AtlasProgrammesView *self,
         guint                n)
{
  return get_programme (self->list->all, n);
}

/* The group that is chosen, or NULL for all: groups follow each other as the programmes do. */
static const char *
get_group (AtlasProgrammesView *self)
{
  guint left = gtk_drop_down_get_selected (self->groups);
  const char *group = NULL;

  for (guint i = 0; i < self->list->all->len && left > 0; i++)
    if (g_strcmp0 (get_nth (self, i)->group, group) != 0)
      {
        group = get_nth (self, i)->group;
        left--;
      }
  return group;
}

static const char *
get_source (AtlasProgrammesView *self)
{
  guint selected = gtk_drop_down_get_selected (self->sources);

  if (selected == 0 || selected > self->list->sources->len)
    return NULL;
  return ((const AtlasSource *) g_ptr_array_index (self->list->sources, selected - 1))->source_id;
}

static gboolean
is_wanted (AtlasProgrammesView *self,
           guint                n)
{
  const AtlasProgramme *programme = get_nth (self, n);
  const char *group = get_group (self);
  const char *source = get_source (self);

  if (group != NULL && strcmp (programme->group, group) != 0)
    return FALSE;
  if (source != NULL && !g_strv_contains ((const char *const *) programme->sources, source))
    return FALSE;
  if (gtk_toggle_button_get_active (self->here) && !self->list->is_here[n])
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
list_wanted (AtlasProgrammesView *self)
{
  g_ptr_array_set_size (self->listed, 0);
  for (guint i = 0; i < self->list->all->len; i++)
    if (is_wanted (self, i))
      g_ptr_array_add (self->listed, g_ptr_array_index (self->list->all, i));
}

static void
fill_list (AtlasProgrammesView *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  list_wanted (self);
  for (guint i = 0; i < self->listed->len; i++)
    g_ptr_array_add (rows, row_new (g_ptr_array_index (self->listed, i)));
  atlas_text_grid_set_rows (self->grid, rows, 0);
  show_count (self);
}

static void
list_groups (AtlasProgrammesView *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *last = NULL;

  gtk_string_list_append (titles, _("All Groups"));
  for (guint i = 0; i < self->list->all->len; i++)
    {
      const AtlasProgramme *programme = get_nth (self, i);

      if (g_strcmp0 (programme->group, last) != 0)
        gtk_string_list_append (titles, atlas_programme_get_group_name (programme));
      last = programme->group;
    }
  gtk_drop_down_set_model (self->groups, G_LIST_MODEL (titles));
}

/* Those documents that describe programmes. */
static void
list_sources (AtlasProgrammesView *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _("All Documents"));
  for (guint i = 0; i < self->list->sources->len; i++)
    gtk_string_list_append (titles, ((const AtlasSource *) g_ptr_array_index (self->list->sources, i))->title);
  gtk_drop_down_set_model (self->sources, G_LIST_MODEL (titles));
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

/* The page comes once it is known what is on it. */
static void
show_what_is_chosen (AtlasProgrammesView *self)
{
  const AtlasProgrammeFigures *found = self->chosen != NULL ? atlas_programme_list_find (self->list, self->chosen) : NULL;

  if (found != NULL)
    atlas_programme_page_show (self->page, self->list, found);
  else
    gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
page_shown (AtlasProgrammesView *self)
{
  gtk_stack_set_visible_child_name (self->stack, "programme");
}

static void
show_empty (AtlasProgrammesView *self,
            const char          *description)
{
  adw_status_page_set_description (self->empty, description);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
fill_filters (AtlasProgrammesView *self)
{
  guint group = gtk_drop_down_get_selected (self->groups);
  guint source = gtk_drop_down_get_selected (self->sources);

  self->updating = TRUE;
  list_groups (self);
  list_sources (self);
  gtk_drop_down_set_selected (self->groups, group != GTK_INVALID_LIST_POSITION ? group : 0);
  gtk_drop_down_set_selected (self->sources, source != GTK_INVALID_LIST_POSITION ? source : 0);
  self->updating = FALSE;
}

/* The list of all stays as it is for another region. */
static void
fill (AtlasProgrammesView *self)
{
  if (self->has_filters && !gtk_toggle_button_get_active (self->here))
    list_wanted (self);
  else
    {
      if (!self->has_filters)
        fill_filters (self);
      self->has_filters = TRUE;
      fill_list (self);
    }
  show_what_is_chosen (self);
}

static gpointer
ask_list (AtlasDataset    *dataset,
          AtlasCatalogue  *catalogue,
          gconstpointer    region,
          GError         **error)
{
  return atlas_programme_list_load (dataset, region, error);
}

/* ANSWER (transfer full) (nullable). */
static void
take_list (gpointer      view,
           gpointer      answer,
           const GError *error)
{
  AtlasProgrammesView *self = view;

  g_ptr_array_set_size (self->listed, 0);
  g_clear_pointer (&self->list, atlas_programme_list_unref);
  self->list = answer;
  if (answer == NULL)
    show_empty (self, error->message);
  else if (self->list->all->len == 0)
    show_empty (self, _("This dataset holds none."));
  else
    fill (self);
}

/* Reads all anew: another dataset is open, there are other figures in it, or the region is another. */
static void
load (AtlasProgrammesView *self)
{
  static const AtlasInquiry inquiry = { ask_list, take_list, NULL, (GDestroyNotify) atlas_programme_list_unref };

  if (atlas_session_get_dataset (self->session) == NULL)
    return;
  self->is_stale = FALSE;
  atlas_programme_page_stop (self->page);
  g_free (self->region);
  self->region = g_strdup (atlas_session_get_region (self->session));
  update_here (self);
  if (self->list == NULL)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  atlas_inquiry_begin (&inquiry, self->session, self, &self->asking, (gpointer) atlas_session_lookup_region (self->session));
}

static void
load_if_shown (AtlasProgrammesView *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
dataset_changed (AtlasProgrammesView *self)
{
  atlas_inquiry_stop (&self->asking);
  self->has_filters = FALSE;
  load_if_shown (self);
}

/* The list may be of the chosen region, and the page has its answer. */
static void
subject_changed (AtlasProgrammesView *self)
{
  if (g_strcmp0 (self->region, atlas_session_get_region (self->session)) != 0)
    load_if_shown (self);
}

static void
filter_changed (AtlasProgrammesView *self)
{
  if (!self->updating && self->list != NULL)
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
  atlas_inquiry_stop (&self->asking);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_pointer (&self->list, atlas_programme_list_unref);
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
  self->listed = g_ptr_array_new ();
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
  g_signal_connect_object (self->page, "shown", G_CALLBACK (page_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (dataset_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "subject-changed", G_CALLBACK (subject_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* Whether the list is that of the dataset as it is. */
static gboolean
is_known (AtlasProgrammesView *self)
{
  return self->list != NULL && !self->is_stale && self->asking == NULL;
}

gboolean
atlas_programmes_view_show (AtlasProgrammesView *self,
                            const char          *id)
{
  g_return_val_if_fail (ATLAS_IS_PROGRAMMES_VIEW (self), FALSE);

  if (is_known (self) && atlas_programme_list_find (self->list, id) == NULL)
    return FALSE;
  g_free (self->chosen);
  self->chosen = g_ascii_strup (id, -1);
  if (is_known (self))
    show_what_is_chosen (self);
  else if (self->is_stale)
    load (self);
  return TRUE;
}

void
atlas_programmes_view_show_list (AtlasProgrammesView *self,
                                 gboolean             of_region)
{
  g_return_if_fail (ATLAS_IS_PROGRAMMES_VIEW (self));

  g_clear_pointer (&self->chosen, g_free);
  atlas_programme_page_stop (self->page);
  self->updating = TRUE;
  gtk_toggle_button_set_active (self->here, of_region);
  self->updating = FALSE;
  if (self->is_stale)
    load (self);
  filter_changed (self);
  if (self->list != NULL && self->list->all->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
}

gboolean
atlas_programmes_view_is_complete (AtlasProgrammesView *self)
{
  g_return_val_if_fail (ATLAS_IS_PROGRAMMES_VIEW (self), FALSE);

  return !self->is_stale && self->asking == NULL && !atlas_programme_page_is_asking (self->page);
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
