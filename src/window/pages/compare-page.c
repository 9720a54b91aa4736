/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/compare-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "charts/parent-reference.h"
#include "reports/sentences.h"
#include "window/cards/card-grid.h"
#include "window/cards/chart-card.h"
#include "window/chart-views/chart-titles.h"
#include "window/pages/compare-bar.h"
#include "window/pages/compare-change.h"
#include "window/pages/compare-gaps.h"
#include "window/pages/compare-panels.h"
#include "window/pages/difference-table.h"
#include "window/pages/page-charts.h"
#include "window/pages/page-questions.h"
#include "window/pages/reference-chooser.h"
#include "window/parts/wrap-layout.h"

/* How long the page may work before it lets the window draw, in µs. */
#define SLICE 40000

struct _AtlasComparePage
{
  GtkWidget parent_instance;

  AtlasSession *session;
  GHashTable *answers; /* (element-type utf8 AtlasTable): of this view, by indicator */
  gboolean is_stale;   /* changed since it was last shown */
  char *subject;       /* (nullable): what is shown, but for the answers themselves */
  GPtrArray *chart_ids; /* (nullable) (element-type utf8): of what is being filled */
  guint next_part;      /* to be filled */
  guint idle;           /* source that goes on filling */
  GtkWidget *last_card; /* (nullable): the chart that was filled last */

  GtkWidget *scroller; /* bound so that the template takes it away */
  GtkWidget *content;
  GtkWidget *comparison;
  GtkLabel *finding;
  GtkDropDown *difference_mode; /* in the order of AtlasDifferenceMode */
  GtkWidget *empty;
  AtlasCardGrid *charts;
  AtlasCardGrid *tables;
  GtkWidget *table_controls;
  GtkWidget *table_card;
  GtkButton *suggestion;
  AtlasCompareBar *bar;
  AtlasReferenceChooser *reference_chooser;
  AtlasDifferenceTable *differences;
  AtlasCompareGaps *gaps;
};

static void page_init (AtlasPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasComparePage, atlas_compare_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_PAGE, page_init))

static const AtlasRegion *
lookup (AtlasComparePage *self,
        const char       *code)
{
  return atlas_region_tree_lookup (atlas_catalogue_get_regions (atlas_session_get_catalogue (self->session)), code);
}

static guint
count_regions (AtlasComparePage *self)
{
  return g_strv_length ((char **) atlas_session_get_compare (self->session));
}

/* Charts and table ask for much the same: each indicator is asked once for a view. */
static AtlasTable *
get_answer (AtlasComparePage  *self,
            const char        *indicator,
            GError           **error)
{
  AtlasTable *table = g_hash_table_lookup (self->answers, indicator);

  if (table == NULL)
    {
      table = atlas_ask_regions (self->session, indicator, atlas_session_get_compare (self->session), NULL, error);
      if (table != NULL)
        g_hash_table_insert (self->answers, g_strdup (indicator), table);
    }
  return table;
}

/* The smallest region in which all that are compared lie, other than one of them; (nullable). */
static const AtlasRegion *
find_common (AtlasComparePage *self)
{
  const char *const *codes = atlas_session_get_compare (self->session);
  const AtlasRegion *common = lookup (self, codes[0])->parent;

  for (guint i = 1; codes[i] != NULL; i++)
    while (common != NULL && (common == lookup (self, codes[i]) || !atlas_region_is_within (lookup (self, codes[i]), common)))
      common = common->parent;
  return common;
}

/* What the region around them has, and the nation; (nullable) (transfer full). */
static AtlasTable *
ask_around (AtlasComparePage  *self,
            AtlasTable        *table,
            const AtlasRegion *region)
{
  return atlas_ask_region (self->session, atlas_table_get_indicator (table)->indicator_id, region->code, NULL, NULL);
}

static void
set_reference (AtlasComparePage *self,
               AtlasChartSpec   *spec)
{
  const AtlasRegion *common = find_common (self);
  g_autoptr (AtlasTable) around = common != NULL ? ask_around (self, spec->table, common) : NULL;
  g_autoptr (AtlasTable) nation = NULL;

  if (strcmp (atlas_table_get_indicator (spec->table)->indicator_id, "township_coverage") == 0)
    {
      atlas_chart_spec_set_reference (spec, 100, "100%");
      return;
    }
  if (around != NULL)
    atlas_parent_reference_set (spec, around);
  if (common == NULL || common->parent == NULL)
    return;
  nation = ask_around (self, spec->table, lookup (self, "000000"));
  if (nation != NULL)
    atlas_parent_reference_set_further (spec, nation);
}

static void
show_chart (AtlasComparePage *self,
            AtlasChartCard   *card,
            AtlasTable       *table)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autofree char *name = atlas_table_dup_name (table);

  atlas_chart_spec_set_card_titles (spec, name);
  spec->slots = atlas_session_dup_slots (self->session);
  spec->show_fraction = strcmp (atlas_table_get_indicator (table)->indicator_id, "township_coverage") == 0;
  set_reference (self, spec);
  atlas_chart_card_set_spec (card, spec);
}

/* The cards stay from one view to the next, so that what is shown as a table stays so. */
static GtkWidget *
next_card (AtlasComparePage *self,
           GtkWidget        *card)
{
  GtkWidget *next = card == NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->charts))
                                 : gtk_widget_get_next_sibling (card);

  if (next == NULL)
    {
      next = atlas_chart_card_new (self->session);
      atlas_card_grid_append (self->charts, next);
    }
  gtk_widget_set_visible (next, TRUE);
  return next;
}

static void
hide_cards_after (GtkWidget *card)
{
  while ((card = gtk_widget_get_next_sibling (card)) != NULL)
    gtk_widget_set_visible (card, FALSE);
}

static GtkWidget *
add_grade_chart (AtlasComparePage *self,
                 GtkWidget        *card)
{
  g_autoptr (AtlasTable) table = atlas_ask_regions (self->session, "certified_workers",
                                                    atlas_session_get_compare (self->session), "grade", NULL);
  g_autoptr (AtlasChartSpec) spec = NULL;

  if (table == NULL || !atlas_table_has_values (table))
    return card;
  card = next_card (self, card);
  spec = atlas_chart_spec_new (ATLAS_CHART_PERCENT_BAR, table);
  atlas_chart_spec_set_card_titles (spec, _("Grade mix"));
  atlas_chart_card_set_spec (ATLAS_CHART_CARD (card), spec);
  return card;
}

/* From where each region came: only where two of them can be compared in two years. */
static GtkWidget *
add_change_chart (AtlasComparePage *self,
                  GtkWidget        *card)
{
  g_autoptr (AtlasTable) table = atlas_compare_ask_change (self->session, atlas_session_get_indicator (self->session));
  g_autoptr (AtlasChartSpec) spec = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (table == NULL)
    return card;
  card = next_card (self, card);
  spec = atlas_chart_spec_new (ATLAS_CHART_DUMBBELL, table);
  name = atlas_table_dup_name (table);
  /* Translators: the title of a chart: how an indicator changed from one year to another */
  title = g_strdup_printf (_("%s, then and now"), name);
  atlas_chart_spec_set_card_titles (spec, title);
  atlas_chart_card_set_spec (ATLAS_CHART_CARD (card), spec);
  return card;
}

static void
show_index (AtlasComparePage *self,
            AtlasChartCard   *card,
            AtlasTable       *table,
            int               base)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_LINE, table);
  g_autofree char *name = atlas_table_dup_name (table);
  /* Translators: the title of a chart: an indicator, and the year of which each region's own figure is 100% */
  g_autofree char *title = g_strdup_printf (_("%1$s, %2$d = 100%%"), name, base);

  atlas_chart_spec_set_card_titles (spec, title);
  spec->slots = atlas_session_dup_slots (self->session);
  atlas_chart_spec_set_reference (spec, 100, "100%");
  atlas_chart_card_set_spec (card, spec);
}

/* How each came on since the first year that they share, whatever its size: against each other the differences state them.
 * The indicator that was chosen, the FIRST, stays even where there is nothing to state: that is an answer too. */
static void
add_index (AtlasComparePage *self,
           const char       *id,
           gboolean          is_first)
{
  AtlasCatalogue *catalogue = atlas_session_get_catalogue (self->session);
  int base;
  g_autoptr (AtlasTable) table = atlas_compare_ask_index (self->session, id, &base);

  if (table == NULL && !is_first)
    return;
  self->last_card = next_card (self, self->last_card);
  if (table != NULL)
    show_index (self, ATLAS_CHART_CARD (self->last_card), table, base);
  else
    atlas_chart_card_set_empty (ATLAS_CHART_CARD (self->last_card),
                                atlas_indicator_get_name (atlas_catalogue_find_indicator (catalogue, id)),
                                _("No two of these regions have figures of one year and of a later one. Choose other years, "
                                  "or enter what documents have published."));
}

static void
add_chart (AtlasComparePage *self,
           const char       *id,
           gboolean          is_first)
{
  g_autoptr (GError) error = NULL;
  AtlasTable *table = get_answer (self, id, &error);

  if (table != NULL && !is_first && !atlas_table_has_values (table))
    return;
  self->last_card = next_card (self, self->last_card);
  if (table != NULL)
    show_chart (self, ATLAS_CHART_CARD (self->last_card), table);
  else
    atlas_chart_card_set_empty (ATLAS_CHART_CARD (self->last_card), id, error->message);
}

/* In what they differ most, said in a sentence; where that cannot be said, nothing is. */
static void
show_finding (AtlasComparePage *self,
              GPtrArray        *tables)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const char *const *codes = atlas_session_get_compare (self->session);
  g_autofree char *sentence = NULL;
  AtlasSpread spread;

  for (guint i = 0; codes[i] != NULL; i++)
    g_hash_table_insert (names, (gpointer) codes[i], atlas_region_dup_short_name (lookup (self, codes[i])));
  if (atlas_spread_find_widest (tables, &spread))
    sentence = atlas_sentence_spread (&spread, names);
  gtk_label_set_label (self->finding, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->finding), sentence != NULL);
}

/* What the table needs, in pixels: with its card, the names of indicators and numbers beside their differences. */
static int
measure_table (guint n_regions)
{
  return 260 + (int) n_regions * 190;
}

static void
update_table (AtlasComparePage *self)
{
  g_autoptr (GPtrArray) ids = atlas_compare_list_lines (atlas_session_get_catalogue (self->session),
                                                        atlas_session_get_indicator (self->session));
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      /* What cannot be asked is said on a chart's card already. */
      AtlasTable *table = get_answer (self, g_ptr_array_index (ids, i), NULL);

      if (table != NULL)
        g_ptr_array_add (tables, table);
    }
  atlas_difference_table_set_tables (self->differences, tables);
  atlas_card_grid_set_least_width (self->tables, self->table_card, measure_table (count_regions (self)));
  atlas_compare_gaps_show (self->gaps, tables);
  show_finding (self, tables);
}

/* What could be compared at once: the shown region with the one above it. */
static void
update_suggestion (AtlasComparePage *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->suggestion), region != NULL && region->parent != NULL);
  if (region == NULL || region->parent == NULL)
    return;
  /* Translators: a region and the one above it, such as "Compare Wuzhong with Ningxia" */
  label = g_strdup_printf (_("Compare %s with %s"), atlas_region_get_display_name (region),
                           atlas_region_get_display_name (region->parent));
  gtk_button_set_label (self->suggestion, label);
}

/* The parts of a comparison, in the order in which they are filled: a chart for each of the ids, then these. */
enum {
  PART_CHANGE,
  PART_GRADES,
  PART_TABLE,
  N_LAST_PARTS
};

static void
show_part (AtlasComparePage *self,
           guint             part)
{
  gboolean as_index = atlas_session_get_as_index (self->session);

  if (part < self->chart_ids->len && as_index)
    add_index (self, g_ptr_array_index (self->chart_ids, part), part == 0);
  else if (part < self->chart_ids->len)
    add_chart (self, g_ptr_array_index (self->chart_ids, part), part == 0);
  else if (part == self->chart_ids->len + PART_CHANGE && !as_index)
    self->last_card = add_change_chart (self, self->last_card);
  else if (part == self->chart_ids->len + PART_GRADES && !as_index)
    self->last_card = add_grade_chart (self, self->last_card);
  else if (part == self->chart_ids->len + PART_TABLE)
    update_table (self);
  if (part == self->chart_ids->len + PART_GRADES)
    hide_cards_after (self->last_card);
}

static gboolean
fill_slice (AtlasComparePage *self)
{
  gint64 end = g_get_monotonic_time () + SLICE;
  guint n_parts = self->chart_ids->len + N_LAST_PARTS;

  while (self->next_part < n_parts && g_get_monotonic_time () < end)
    show_part (self, self->next_part++);
  return self->next_part < n_parts ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
go_on (gpointer data)
{
  AtlasComparePage *self = data;
  gboolean result = fill_slice (self);

  if (result == G_SOURCE_REMOVE)
    self->idle = 0;
  return result;
}

static void
start_filling (AtlasComparePage *self)
{
  gboolean per_10k = atlas_session_get_per_10k (self->session);

  self->chart_ids = atlas_compare_list_charts (atlas_session_get_catalogue (self->session),
                                               atlas_session_get_indicator (self->session), per_10k);
  self->next_part = 0;
  self->last_card = NULL;
  if (fill_slice (self) == G_SOURCE_CONTINUE)
    self->idle = g_idle_add (go_on, self);
}

static void
stop (AtlasComparePage *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->chart_ids, g_ptr_array_unref);
}

/* All of the view that a comparison depends on; (transfer full). */
static char *
dup_subject (AtlasComparePage *self)
{
  g_autofree char *codes = g_strjoinv (",", (char **) atlas_session_get_compare (self->session));

  return g_strdup_printf ("%s/%s/%d/%d/%d/%d/%d", codes, atlas_session_get_indicator (self->session),
                          atlas_session_get_first_year (self->session), atlas_session_get_last_year (self->session),
                          atlas_session_get_stand_in (self->session), atlas_session_get_per_10k (self->session),
                          atlas_session_get_as_index (self->session));
}

static void
update (AtlasComparePage *self)
{
  gboolean enough = count_regions (self) >= 2;

  self->is_stale = FALSE;
  g_free (self->subject);
  self->subject = dup_subject (self);
  g_hash_table_remove_all (self->answers);
  atlas_compare_bar_update (self->bar);
  atlas_reference_chooser_update (self->reference_chooser);
  gtk_widget_set_visible (self->comparison, enough);
  gtk_widget_set_visible (self->empty, !enough);
  if (enough)
    start_filling (self);
  else
    update_suggestion (self);
}

static void
ask_anew (AtlasComparePage *self)
{
  stop (self);
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && atlas_session_get_catalogue (self->session) != NULL)
    update (self);
}

/* A comparison of regions is the same whichever region is chosen. */
static void
subject_changed (AtlasComparePage *self)
{
  g_autofree char *subject = dup_subject (self);

  if (self->is_stale || count_regions (self) < 2 || g_strcmp0 (subject, self->subject) != 0)
    ask_anew (self);
}

static void
atlas_compare_page_map (GtkWidget *widget)
{
  AtlasComparePage *self = ATLAS_COMPARE_PAGE (widget);

  if (self->is_stale && atlas_session_get_catalogue (self->session) != NULL)
    update (self);
  GTK_WIDGET_CLASS (atlas_compare_page_parent_class)->map (widget);
}

static gboolean
is_complete (AtlasPage *page)
{
  AtlasComparePage *self = ATLAS_COMPARE_PAGE (page);

  return !self->is_stale && self->idle == 0;
}

static void
page_init (AtlasPageInterface *iface)
{
  atlas_page_charts_init (iface);
  iface->is_complete = is_complete;
}

static void
difference_mode_chosen (AtlasComparePage *self)
{
  if (self->differences != NULL) /* not while the template is read */
    atlas_difference_table_set_mode (self->differences, gtk_drop_down_get_selected (self->difference_mode));
}

static void
suggestion_clicked (AtlasComparePage *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);
  const char *codes[] = { region->parent->code, region->code, NULL };

  atlas_session_set_compare (self->session, codes);
}

static void
atlas_compare_page_dispose (GObject *object)
{
  AtlasComparePage *self = ATLAS_COMPARE_PAGE (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_COMPARE_PAGE);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->subject, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_compare_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, content);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, comparison);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, finding);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, difference_mode);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, empty);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, charts);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, tables);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, table_controls);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, table_card);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, suggestion);
  gtk_widget_class_bind_template_callback (widget_class, difference_mode_chosen);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_clicked);
}

static void
atlas_compare_page_class_init (AtlasComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_compare_page_dispose;
  widget_class->map = atlas_compare_page_map;
  g_type_ensure (ATLAS_TYPE_CARD_GRID);
  g_type_ensure (ATLAS_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
}

static void
atlas_compare_page_init (AtlasComparePage *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) atlas_table_unref);
  self->is_stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A region dragged from the list; what else a text may be is no region that the session knows. */
static gboolean
region_dropped_cb (AtlasComparePage *self,
                   const GValue     *value)
{
  return atlas_session_toggle_compare (self->session, g_value_get_string (value), TRUE);
}

static void
take_drops (AtlasComparePage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (region_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
atlas_compare_page_new (AtlasSession *session)
{
  AtlasComparePage *self = g_object_new (ATLAS_TYPE_COMPARE_PAGE, NULL);

  self->session = g_object_ref (session);
  self->bar = ATLAS_COMPARE_BAR (atlas_compare_bar_new (session));
  gtk_box_prepend (GTK_BOX (self->content), GTK_WIDGET (self->bar));
  self->reference_chooser = ATLAS_REFERENCE_CHOOSER (atlas_reference_chooser_new (session));
  gtk_box_prepend (GTK_BOX (self->table_controls), GTK_WIDGET (self->reference_chooser));
  self->differences = ATLAS_DIFFERENCE_TABLE (atlas_difference_table_new (session));
  gtk_box_append (GTK_BOX (self->table_card), GTK_WIDGET (self->differences));
  self->gaps = ATLAS_COMPARE_GAPS (atlas_compare_gaps_new (session));
  /* Until something is found to be missing. */
  gtk_widget_set_visible (GTK_WIDGET (self->gaps), FALSE);
  atlas_card_grid_append (self->tables, GTK_WIDGET (self->gaps));
  take_drops (self);
  g_signal_connect_object (session, "subject-changed", G_CALLBACK (subject_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (ask_anew), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
