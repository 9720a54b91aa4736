/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/returns-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "dataset/registers/register-coverage.h"
#include "dataset/registers/register-names.h"
#include "indicators/number-format.h"
#include "window/parts/wrap-layout.h"

struct _AtlasReturnsView
{
  GtkWidget parent_instance;

  AtlasSession *session;
  AtlasRegisterCoverage *coverage; /* (nullable): of the dataset as it is; it is the catalogue's */
  GArray *years;                   /* of int: in the order of the list */
  gboolean is_stale;
  gboolean updating;

  GtkWidget *content;
  GtkDropDown *registers;
  GtkDropDown *year_list;
  GtkLabel *summary;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkBox *card;
  AtlasTextGrid *grid;
};

G_DEFINE_FINAL_TYPE (AtlasReturnsView, atlas_returns_view, GTK_TYPE_WIDGET)

static const AtlasTableDefinition *
get_register (AtlasReturnsView *self)
{
  guint selected = gtk_drop_down_get_selected (self->registers);

  return &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES + MIN (selected, ATLAS_N_REGISTERS - 1)];
}

static int
get_year (AtlasReturnsView *self)
{
  guint selected = gtk_drop_down_get_selected (self->year_list);

  return self->years != NULL && selected < self->years->len ? g_array_index (self->years, int, selected) : 0;
}

/* The years for which anybody in the country has handed in the register, the latest first: nobody else may have. */
static void
list_years (AtlasReturnsView *self,
            int               wanted)
{
  const AtlasRegion *nation = atlas_region_tree_get_root (atlas_dataset_get_regions (atlas_session_get_dataset (self->session)));
  g_autoptr (GArray) years = atlas_register_coverage_list_years (self->coverage, get_register (self), nation);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->years, g_array_unref);
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = years->len; i > 0; i--)
    {
      int year = g_array_index (years, int, i - 1);
      g_autofree char *name = g_strdup_printf ("%d", year);

      if (year == wanted)
        selected = self->years->len;
      g_array_append_val (self->years, year);
      gtk_string_list_append (names, name);
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->year_list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year_list, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->year_list), self->years->len > 0);
  self->updating = FALSE;
}

/* What that which UNIT handed in came from; (transfer full). */
static char *
dup_sources (AtlasReturnsView  *self,
             const AtlasRegion *unit,
             int                year)
{
  g_autoptr (GPtrArray) sources = atlas_register_coverage_list_sources (self->coverage, get_register (self), unit, year);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      const AtlasSource *source = g_ptr_array_index (sources, i);

      g_string_append_printf (text, "%s%s", i > 0 ? C_("between sources", "; ") : "", source->title);
    }
  return g_string_free (text, FALSE);
}

static char **
row_new (AtlasReturnsView  *self,
         const AtlasRegion *unit,
         int                year,
         gboolean           returned)
{
  char **cells = g_new0 (char *, 6);

  cells[0] = g_strdup (atlas_region_get_display_name (unit));
  cells[1] = g_strdup (returned ? C_("register", "Returned") : C_("register", "Missing"));
  cells[2] = g_strdup (unit->code);
  cells[3] = unit->parent != NULL ? atlas_region_dup_path (unit->parent, " › ") : g_strdup ("");
  cells[4] = returned ? dup_sources (self, unit, year) : g_strdup ("");
  return cells;
}

/* The missing first. */
static GPtrArray *
list_rows (AtlasReturnsView  *self,
           const AtlasRegion *region,
           int                year,
           guint             *out_n_missing)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) units = atlas_register_coverage_list_units (self->coverage, region);
  guint out_of;

  *out_n_missing = 0;
  for (guint i = 0; i < units->len; i++)
    {
      const AtlasRegion *unit = g_ptr_array_index (units, i);
      gboolean returned = atlas_register_coverage_count (self->coverage, get_register (self), unit, year, &out_of) > 0;

      g_ptr_array_insert (rows, returned ? -1 : (int) (*out_n_missing)++, row_new (self, unit, year, returned));
    }
  return rows;
}

static void
show_rows (AtlasReturnsView  *self,
           const AtlasRegion *region)
{
  guint n_missing;
  g_autoptr (GPtrArray) rows = list_rows (self, region, get_year (self), &n_missing);
  g_autofree char *returned = atlas_format_cell (rows->len - n_missing, NULL, ATLAS_SCALE_ONE);
  g_autofree char *all = atlas_format_cell (rows->len, NULL, ATLAS_SCALE_ONE);
  /* Translators: how many divisions of a region have handed in a register: “Ningxia: 12 of 22 returned” */
  g_autofree char *text = g_strdup_printf (_("%s: %s of %s returned"), atlas_region_get_display_name (region), returned, all);

  gtk_label_set_text (self->summary, text);
  atlas_text_grid_set_rows (self->grid, rows, n_missing);
  gtk_stack_set_visible_child_name (self->stack, "rows");
}

static void
show_empty (AtlasReturnsView *self,
            const char       *description)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  gtk_label_set_text (self->summary, "");
  atlas_text_grid_set_rows (self->grid, none, 0);
  adw_status_page_set_title (self->empty, _("Nothing Returned Yet"));
  adw_status_page_set_description (self->empty, description);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
update (AtlasReturnsView *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);

  if (region == NULL)
    return;
  self->is_stale = FALSE;
  if (self->coverage == NULL)
    {
      int year = get_year (self);

      self->coverage =
        atlas_register_coverage_ref (atlas_catalogue_get_register_coverage (atlas_session_get_catalogue (self->session)));
      list_years (self, year);
    }
  if (self->years->len == 0)
    show_empty (self, _("No office has handed in this register. Import the files that they have sent: each import marks the "
                        "counties that its rows lie in."));
  else
    show_rows (self, region);
}

static void
update_if_shown (AtlasReturnsView *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
dataset_changed (AtlasReturnsView *self)
{
  g_clear_pointer (&self->coverage, atlas_register_coverage_unref);
  update_if_shown (self);
}

static void
register_chosen (AtlasReturnsView *self)
{
  if (self->updating)
    return;
  if (self->coverage != NULL)
    list_years (self, get_year (self));
  update_if_shown (self);
}

static void
year_chosen (AtlasReturnsView *self)
{
  if (!self->updating)
    update_if_shown (self);
}

static void
atlas_returns_view_map (GtkWidget *widget)
{
  AtlasReturnsView *self = ATLAS_RETURNS_VIEW (widget);

  GTK_WIDGET_CLASS (atlas_returns_view_parent_class)->map (widget);
  if (self->is_stale)
    update (self);
}

static void
atlas_returns_view_dispose (GObject *object)
{
  AtlasReturnsView *self = ATLAS_RETURNS_VIEW (object);

  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_RETURNS_VIEW);
  g_clear_pointer (&self->coverage, atlas_register_coverage_unref);
  g_clear_pointer (&self->years, g_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_returns_view_parent_class)->dispose (object);
}

static void
atlas_returns_view_class_init (AtlasReturnsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_returns_view_dispose;
  widget_class->map = atlas_returns_view_map;
  g_type_ensure (ATLAS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/returns-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasReturnsView, content);
  gtk_widget_class_bind_template_child (widget_class, AtlasReturnsView, registers);
  gtk_widget_class_bind_template_child (widget_class, AtlasReturnsView, year_list);
  gtk_widget_class_bind_template_child (widget_class, AtlasReturnsView, summary);
  gtk_widget_class_bind_template_child (widget_class, AtlasReturnsView, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasReturnsView, empty);
  gtk_widget_class_bind_template_child (widget_class, AtlasReturnsView, card);
  gtk_widget_class_bind_template_callback (widget_class, register_chosen);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen);
}

static void
add_grid (AtlasReturnsView *self)
{
  const AtlasGridColumn columns[] = {
    { _("Division"), 200 }, { _("State"), 100, FALSE, TRUE }, { _("Code"), 100 }, { _("Lies in"), 220 }, { _("From") },
  };

  self->grid = ATLAS_TEXT_GRID (atlas_text_grid_new (_("Who has returned what"), columns, G_N_ELEMENTS (columns)));
  gtk_widget_set_vexpand (GTK_WIDGET (self->grid), TRUE);
  gtk_box_append (self->card, GTK_WIDGET (self->grid));
}

static void
atlas_returns_view_init (AtlasReturnsView *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->is_stale = TRUE;
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < ATLAS_N_REGISTERS; i++)
    gtk_string_list_append (titles, atlas_table_get_title (&atlas_table_definitions[ATLAS_N_BUNDLED_TABLES + i]));
  gtk_drop_down_set_model (self->registers, G_LIST_MODEL (titles));
  add_grid (self);
  self->updating = FALSE;
}

GtkWidget *
atlas_returns_view_new (AtlasSession *session)
{
  AtlasReturnsView *self = g_object_new (ATLAS_TYPE_RETURNS_VIEW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "subject-changed", G_CALLBACK (update_if_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (dataset_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
atlas_returns_view_show_register (AtlasReturnsView *self,
                                  const char       *name)
{
  const AtlasTableDefinition *table = atlas_table_definition_find (name);

  g_return_if_fail (ATLAS_IS_RETURNS_VIEW (self));
  g_return_if_fail (table != NULL && atlas_table_definition_is_register (table));

  gtk_drop_down_set_selected (self->registers, (guint) (table - &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES]));
}

AtlasTextGrid *
atlas_returns_view_get_grid (AtlasReturnsView *self)
{
  g_return_val_if_fail (ATLAS_IS_RETURNS_VIEW (self), NULL);

  return self->grid;
}
