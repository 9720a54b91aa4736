/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/chart-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "window/cards/enter-bar.h"
#include "window/chart-views/chart-copy.h"
#include "window/parts/quiet-tooltip.h"
#include "window/tables/table-view.h"

struct _AtlasChartCard
{
  GtkWidget parent_instance;

  AtlasSession *session;
  gboolean show_table;
  gboolean show_ranks;
  gboolean is_empty;

  GtkWidget *frame; /* bound so that the template takes it away */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkMenuButton *menu_button;
  AtlasChartView *view;
  AtlasTableView *table;
  GtkLabel *empty;
  AtlasEnterBar *enter_bar;
  GtkLabel *note;
};

enum {
  PROP_0,
  PROP_SESSION,
  PROP_SHOW_TABLE,
  PROP_SHOW_RANKS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const char *const zoom_actions[ATLAS_N_ZOOMS] = {
  [ATLAS_ZOOM_IN] = "chart.zoom-in",       [ATLAS_ZOOM_OUT] = "chart.zoom-out",
  [ATLAS_ZOOM_ALL] = "chart.zoom-all",     [ATLAS_ZOOM_NEXT] = "chart.next-rows",
  [ATLAS_ZOOM_PREVIOUS] = "chart.previous-rows",
};

G_DEFINE_FINAL_TYPE (AtlasChartCard, atlas_chart_card, GTK_TYPE_WIDGET)

static AtlasChartKind
get_shown_kind (AtlasChartCard *self)
{
  const AtlasChartSpec *spec = atlas_chart_view_get_spec (self->view);

  return spec != NULL ? spec->kind : ATLAS_CHART_BAR;
}

static AtlasTable *
get_shown_table (AtlasChartCard *self)
{
  const AtlasChartSpec *spec = atlas_chart_view_get_spec (self->view);

  return spec != NULL ? spec->table : NULL;
}

/* A column view makes a widget for each cell, which takes far longer than all questions: only for those who look. */
static void
fill_table (AtlasChartCard *self)
{
  gboolean is_shown = self->show_table && !self->is_empty;

  atlas_table_view_set_table (self->table, is_shown ? get_shown_table (self) : NULL, get_shown_kind (self));
}

/* A table shows all rows. */
static void
update_zoom_actions (AtlasChartCard *self)
{
  gboolean can[ATLAS_N_ZOOMS] = { FALSE };

  if (!self->is_empty && !self->show_table)
    atlas_chart_spec_can_zoom (atlas_chart_view_get_spec (self->view), can);
  for (AtlasZoom i = 0; i < ATLAS_N_ZOOMS; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), zoom_actions[i], can[i]);
}

/* Bars, each of another division. */
static gboolean
is_ranking (const AtlasChartSpec *spec)
{
  const AtlasQuestion *question = atlas_table_get_question (spec->table);

  return spec->kind == ATLAS_CHART_BAR && !spec->keep_order && atlas_table_get_n_parts (spec->table) == 1 &&
         atlas_table_get_n_rows (spec->table) > 1 && (question->by == NULL || question->by[0] == NULL) &&
         question->first_year == question->last_year;
}

/* One of the three is seen. A GtkStack would search for the least width at its height by laying the chart out a dozen
 * times. */
static void
update_shown (AtlasChartCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->view), !self->is_empty && !self->show_table);
  gtk_widget_set_visible (GTK_WIDGET (self->table), !self->is_empty && self->show_table);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), self->is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), !self->is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.show-table", !self->is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.show-ranks",
                                 !self->is_empty && is_ranking (atlas_chart_view_get_spec (self->view)));
  update_zoom_actions (self);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

/* Another chart's mark may be selected: then none is here. */
static void
selection_changed (AtlasChartCard *self)
{
  guint row;
  AtlasTable *selected = atlas_session_get_selection (self->session, &row);
  gboolean is_ours = selected != NULL && selected == get_shown_table (self);

  atlas_chart_view_set_selected (self->view, is_ours ? (int) row : -1);
  atlas_table_view_set_selected (self->table, is_ours ? (int) row : -1);
}

static void
linked_changed (AtlasChartCard *self)
{
  const char *code = atlas_session_get_linked (self->session);

  atlas_chart_view_set_linked (self->view, code);
  atlas_table_view_set_linked (self->table, code);
}

static void
row_pointed (AtlasChartCard *self,
             int             row)
{
  const AtlasRegion *region = row >= 0 ? atlas_table_get_row (get_shown_table (self), (guint) row)->region : NULL;

  atlas_session_set_pointed (self->session, region != NULL ? region->code : NULL);
}

static void
select_row (AtlasChartCard *self,
            int             row)
{
  if (row < 0)
    atlas_session_set_selection (self->session, NULL, 0);
  else
    atlas_session_set_selection (self->session, get_shown_table (self), row);
}

static void
table_row_selected (AtlasChartCard *self,
                    guint           row)
{
  select_row (self, row);
}

/* The shown region is where one already is: nothing lies below its own bar. */
static void
drill_down (AtlasChartCard *self,
            guint           row)
{
  const AtlasRegion *region = atlas_table_get_row (get_shown_table (self), row)->region;

  if (region != NULL && region != atlas_session_lookup_region (self->session))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.drill-down", "s", region->code);
}

static gboolean
table_key_pressed (GtkWidget *widget,
                   GVariant  *args,
                   gpointer   data)
{
  AtlasChartCard *self = ATLAS_CHART_CARD (widget);

  if (self->is_empty)
    return GDK_EVENT_PROPAGATE;
  atlas_chart_card_set_show_table (self, !self->show_table);
  gtk_widget_child_focus (self->show_table ? GTK_WIDGET (self->table) : GTK_WIDGET (self->view),
                          GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static void
copy_picture (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AtlasChartCard *self = ATLAS_CHART_CARD (widget);

  if (!self->is_empty)
    atlas_chart_copy_picture (atlas_chart_view_get_spec (self->view), gtk_widget_get_width (self->frame),
                              gtk_widget_get_clipboard (widget));
}

static void
copy_table (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AtlasChartCard *self = ATLAS_CHART_CARD (widget);

  if (!self->is_empty)
    atlas_chart_copy_table (get_shown_table (self), get_shown_kind (self), gtk_widget_get_clipboard (widget));
}

static void
zoom (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  AtlasChartCard *self = ATLAS_CHART_CARD (widget);

  for (AtlasZoom i = 0; i < ATLAS_N_ZOOMS; i++)
    if (strcmp (zoom_actions[i], name) == 0)
      atlas_chart_view_zoom (self->view, i);
  update_zoom_actions (self);
}

/* What one sees. */
static void
copy_shown (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  (ATLAS_CHART_CARD (widget)->show_table ? copy_table : copy_picture) (widget, name, parameter);
}

static void
set_show_ranks (AtlasChartCard *self,
                gboolean        show_ranks)
{
  if (self->show_ranks == show_ranks)
    return;
  self->show_ranks = show_ranks;
  if (!self->is_empty && is_ranking (atlas_chart_view_get_spec (self->view)))
    atlas_chart_view_set_show_ranks (self->view, show_ranks);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_RANKS]);
}

static void
atlas_chart_card_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AtlasChartCard *self = ATLAS_CHART_CARD (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SHOW_TABLE:
      g_value_set_boolean (value, self->show_table);
      break;
    case PROP_SHOW_RANKS:
      g_value_set_boolean (value, self->show_ranks);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_chart_card_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AtlasChartCard *self = ATLAS_CHART_CARD (object);

  switch (property_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_SHOW_TABLE:
      atlas_chart_card_set_show_table (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_RANKS:
      set_show_ranks (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_chart_card_constructed (GObject *object)
{
  AtlasChartCard *self = ATLAS_CHART_CARD (object);

  G_OBJECT_CLASS (atlas_chart_card_parent_class)->constructed (object);
  g_signal_connect_object (self->session, "selection-changed", G_CALLBACK (selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "linked-changed", G_CALLBACK (linked_changed), self, G_CONNECT_SWAPPED);
}

static void
atlas_chart_card_dispose (GObject *object)
{
  AtlasChartCard *self = ATLAS_CHART_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_CHART_CARD);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_chart_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasChartCard, frame);
  gtk_widget_class_bind_template_child (widget_class, AtlasChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasChartCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AtlasChartCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasChartCard, view);
  gtk_widget_class_bind_template_child (widget_class, AtlasChartCard, table);
  gtk_widget_class_bind_template_child (widget_class, AtlasChartCard, empty);
  gtk_widget_class_bind_template_child (widget_class, AtlasChartCard, enter_bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasChartCard, note);
}

static void
atlas_chart_card_class_init (AtlasChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_chart_card_get_property;
  object_class->set_property = atlas_chart_card_set_property;
  object_class->constructed = atlas_chart_card_constructed;
  object_class->dispose = atlas_chart_card_dispose;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                  G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_TABLE] = g_param_spec_boolean ("show-table", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                      G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_RANKS] = g_param_spec_boolean ("show-ranks", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ATLAS_TYPE_CHART_VIEW);
  g_type_ensure (ATLAS_TYPE_ENTER_BAR);
  g_type_ensure (ATLAS_TYPE_TABLE_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "card.show-table", "show-table");
  gtk_widget_class_install_property_action (widget_class, "card.show-ranks", "show-ranks");
  gtk_widget_class_install_action (widget_class, "chart.copy-picture", NULL, copy_picture);
  gtk_widget_class_install_action (widget_class, "chart.copy-table", NULL, copy_table);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_shown);
  for (AtlasZoom i = 0; i < ATLAS_N_ZOOMS; i++)
    gtk_widget_class_install_action (widget_class, zoom_actions[i], NULL, zoom);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, 0, table_key_pressed, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
}

/* Of the many cards few are asked for their menu: the popover is made then. */
static void
make_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  menu = atlas_chart_menu_new ();
  gtk_menu_button_set_menu_model (button, menu);
}

static void
atlas_chart_card_init (AtlasChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_quiet_tooltip_describe (GTK_WIDGET (self->menu_button), _("What can be done with this chart"));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu, NULL, NULL);
  self->is_empty = TRUE;
  g_signal_connect_swapped (self->view, "mark-selected", G_CALLBACK (select_row), self);
  g_signal_connect_swapped (self->view, "mark-activated", G_CALLBACK (drill_down), self);
  g_signal_connect_swapped (self->view, "mark-pointed", G_CALLBACK (row_pointed), self);
  g_signal_connect_swapped (self->table, "row-selected", G_CALLBACK (table_row_selected), self);
  g_signal_connect_swapped (self->table, "row-activated", G_CALLBACK (drill_down), self);
  g_signal_connect_swapped (self->table, "row-pointed", G_CALLBACK (row_pointed), self);
  update_shown (self);
}

GtkWidget *
atlas_chart_card_new (AtlasSession *session)
{
  return g_object_new (ATLAS_TYPE_CHART_CARD, "session", session, NULL);
}

/* A line can be stretched to the height of the card beside it; bars keep their thickness. */
static void
set_grows (AtlasChartCard *self,
           gboolean        grows)
{
  gtk_widget_set_valign (GTK_WIDGET (self->view), grows ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), grows);
}

void
atlas_chart_card_set_spec (AtlasChartCard       *self,
                           const AtlasChartSpec *spec)
{
  g_autoptr (AtlasChartSpec) untitled = NULL;
  const char *title;

  g_return_if_fail (ATLAS_IS_CHART_CARD (self));

  untitled = atlas_chart_spec_copy (spec);
  untitled->show_titles = FALSE;
  untitled->show_source = TRUE;
  untitled->show_ranks = spec->show_ranks || (self->show_ranks && is_ranking (spec));
  title = spec->headline != NULL ? spec->headline
                                 : atlas_indicator_get_name (atlas_table_get_indicator (spec->table));
  set_text (self->title, title);
  set_text (self->subtitle, spec->subtitle);
  atlas_chart_card_set_note (self, NULL, NULL);
  atlas_enter_bar_offer (self->enter_bar, NULL, NULL);
  atlas_chart_view_set_spec (self->view, untitled);
  set_grows (self, spec->kind == ATLAS_CHART_LINE);
  self->is_empty = FALSE;
  fill_table (self);
  update_shown (self);
  selection_changed (self);
}

void
atlas_chart_card_offer (AtlasChartCard *self,
                        const char     *table,
                        const char     *indicator)
{
  g_return_if_fail (ATLAS_IS_CHART_CARD (self));

  atlas_enter_bar_offer (self->enter_bar, table, indicator);
}

void
atlas_chart_card_set_empty (AtlasChartCard *self,
                            const char     *title,
                            const char     *text)
{
  g_return_if_fail (ATLAS_IS_CHART_CARD (self));

  set_text (self->title, title);
  set_text (self->subtitle, NULL);
  gtk_label_set_text (self->empty, text);
  atlas_enter_bar_offer (self->enter_bar, NULL, NULL);
  atlas_chart_card_set_note (self, NULL, NULL);
  atlas_chart_view_set_spec (self->view, NULL);
  self->is_empty = TRUE;
  fill_table (self);
  update_shown (self);
}

void
atlas_chart_card_set_note (AtlasChartCard *self,
                           const char     *text,
                           const char     *style_class)
{
  const char *classes[] = { "caption", style_class, NULL };

  g_return_if_fail (ATLAS_IS_CHART_CARD (self));

  set_text (self->note, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->note), classes);
}

AtlasChartView *
atlas_chart_card_get_view (AtlasChartCard *self)
{
  g_return_val_if_fail (ATLAS_IS_CHART_CARD (self), NULL);

  return self->view;
}

gboolean
atlas_chart_card_get_show_table (AtlasChartCard *self)
{
  g_return_val_if_fail (ATLAS_IS_CHART_CARD (self), FALSE);

  return self->show_table;
}

void
atlas_chart_card_set_show_table (AtlasChartCard *self,
                                 gboolean        show_table)
{
  g_return_if_fail (ATLAS_IS_CHART_CARD (self));

  if (self->show_table == show_table)
    return;
  self->show_table = show_table;
  fill_table (self);
  update_shown (self);
  selection_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TABLE]);
}

gboolean
atlas_chart_card_has_chart (AtlasChartCard *self)
{
  g_return_val_if_fail (ATLAS_IS_CHART_CARD (self), FALSE);

  return !self->is_empty;
}
