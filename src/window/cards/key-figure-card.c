/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/key-figure-card.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "charts/chart-data.h"
#include "window/chart-views/chart-view.h"
#include "window/parts/quiet-tooltip.h"

/* Fewer figures make no line. */
#define LEAST_YEARS 3

struct _AtlasKeyFigureCard
{
  GtkWidget parent_instance;

  AtlasSession *session;
  AtlasTable *table; /* (nullable): the number is of its first row */
  GPtrArray *detail_tables; /* (element-type AtlasTable): of the links, by number */
  GArray *detail_rows;      /* (element-type guint) */
  GString *markup;          /* of the details */

  GtkWidget *frame;
  GtkLabel *caption;
  GtkWidget *button;
  GtkLabel *value;
  GtkLabel *details;
  AtlasChartView *trend; /* a spark line */
};

G_DEFINE_FINAL_TYPE (AtlasKeyFigureCard, atlas_key_figure_card, GTK_TYPE_WIDGET)

static void
select_figure (AtlasKeyFigureCard *self)
{
  if (self->table != NULL)
    atlas_session_set_selection (self->session, self->table, 0);
}

static gboolean
select_detail (AtlasKeyFigureCard *self,
               const char         *uri)
{
  guint number = atoi (uri);

  g_return_val_if_fail (number < self->detail_tables->len, TRUE);
  atlas_session_set_selection (self->session, g_ptr_array_index (self->detail_tables, number),
                               g_array_index (self->detail_rows, guint, number));
  return TRUE;
}

static gboolean
is_own_trend (AtlasKeyFigureCard *self,
              AtlasTable         *table)
{
  const AtlasChartSpec *spec = atlas_chart_view_get_spec (self->trend);

  return table != NULL && spec != NULL && spec->table == table;
}

static void
selection_changed (AtlasKeyFigureCard *self)
{
  guint row;
  AtlasTable *selected = atlas_session_get_selection (self->session, &row);

  atlas_chart_view_set_selected (self->trend, is_own_trend (self, selected) ? (int) row : -1);
  if (selected != NULL && selected == self->table && row == 0)
    gtk_widget_add_css_class (self->frame, "selected");
  else
    gtk_widget_remove_css_class (self->frame, "selected");
}

static void
forget (AtlasKeyFigureCard *self)
{
  g_clear_pointer (&self->table, atlas_table_unref);
  g_ptr_array_set_size (self->detail_tables, 0);
  g_array_set_size (self->detail_rows, 0);
  g_string_truncate (self->markup, 0);
  gtk_label_set_markup (self->details, "");
  gtk_widget_set_visible (GTK_WIDGET (self->trend), FALSE);
}

/* Another year of the figure. */
static void
select_year (AtlasKeyFigureCard *self,
             int                 row)
{
  if (row < 0)
    atlas_session_set_selection (self->session, NULL, 0);
  else
    atlas_session_set_selection (self->session, atlas_chart_view_get_spec (self->trend)->table, (guint) row);
}

static void
atlas_key_figure_card_dispose (GObject *object)
{
  AtlasKeyFigureCard *self = ATLAS_KEY_FIGURE_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_KEY_FIGURE_CARD);
  g_clear_pointer (&self->table, atlas_table_unref);
  g_ptr_array_set_size (self->detail_tables, 0);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_key_figure_card_parent_class)->dispose (object);
}

static void
atlas_key_figure_card_finalize (GObject *object)
{
  AtlasKeyFigureCard *self = ATLAS_KEY_FIGURE_CARD (object);

  g_ptr_array_unref (self->detail_tables);
  g_array_unref (self->detail_rows);
  g_string_free (self->markup, TRUE);
  G_OBJECT_CLASS (atlas_key_figure_card_parent_class)->finalize (object);
}

static void
atlas_key_figure_card_class_init (AtlasKeyFigureCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_key_figure_card_dispose;
  object_class->finalize = atlas_key_figure_card_finalize;

  g_type_ensure (ATLAS_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/key-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasKeyFigureCard, frame);
  gtk_widget_class_bind_template_child (widget_class, AtlasKeyFigureCard, caption);
  gtk_widget_class_bind_template_child (widget_class, AtlasKeyFigureCard, button);
  gtk_widget_class_bind_template_child (widget_class, AtlasKeyFigureCard, value);
  gtk_widget_class_bind_template_child (widget_class, AtlasKeyFigureCard, details);
  gtk_widget_class_bind_template_child (widget_class, AtlasKeyFigureCard, trend);
  gtk_widget_class_bind_template_callback (widget_class, select_figure);
  gtk_widget_class_bind_template_callback (widget_class, select_detail);
  gtk_widget_class_bind_template_callback (widget_class, select_year);
}

static void
atlas_key_figure_card_init (AtlasKeyFigureCard *self)
{
  self->detail_tables = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  self->detail_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->markup = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_quiet_tooltip_describe (GTK_WIDGET (self->button), _("Show where this number comes from"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->caption,
                                  self->value, NULL, -1);
}

GtkWidget *
atlas_key_figure_card_new (AtlasSession *session)
{
  AtlasKeyFigureCard *self = g_object_new (ATLAS_TYPE_KEY_FIGURE_CARD, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
show_caption (AtlasKeyFigureCard     *self,
              const char             *name,
              const AtlasObservation *figure)
{
  g_autofree char *period = NULL;
  g_autofree char *caption = NULL;

  if (!atlas_observation_is_missing (figure))
    {
      period = atlas_format_period (figure->period);
      caption = g_strdup_printf ("%s · %s", name, period);
    }
  gtk_label_set_text (self->caption, caption != NULL ? caption : name);
}

/* A qualifier and the number it belongs to stay in one line, and so does a Chinese text as long as so many letters, for which
 * the narrowest card has room. */
#define UNBROKEN "<span allow_breaks=\"false\">%s</span>"
#define MOST_UNBROKEN 26

/* The number large, its unit small behind it. */
static void
show_value (AtlasKeyFigureCard     *self,
            const AtlasObservation *figure)
{
  const AtlasUnit *unit = atlas_table_get_unit (self->table);
  AtlasScale scale = atlas_chart_choose_scale (self->table, ATLAS_CHART_BAR, 0);
  g_autofree char *number = NULL;
  g_autofree char *symbol = NULL;
  g_autofree char *markup = NULL;

  if (atlas_observation_is_missing (figure))
    {
      gtk_label_set_text (self->value, "—");
      return;
    }
  number = atlas_format_qualified_cell (figure->value, figure->qualifier, unit, scale);
  symbol = atlas_scale_dup_unit (scale, unit);
  markup = g_markup_printf_escaped (UNBROKEN " <span size=\"45%%\" weight=\"normal\">%s</span>", number, symbol);
  gtk_label_set_markup (self->value, markup);
}

const char *
atlas_key_figure_card_get_caption (AtlasKeyFigureCard *self)
{
  g_return_val_if_fail (ATLAS_IS_KEY_FIGURE_CARD (self), NULL);

  return gtk_label_get_text (self->caption);
}

/* Whether TEXT has Han characters, between any two of which a line may be broken, and is short. */
static gboolean
is_short_han (const char *text)
{
  guint n_letters = 0, n_wide = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gboolean is_wide = g_unichar_iswide (g_utf8_get_char (text));

      n_letters += is_wide ? 2 : 1;
      n_wide += is_wide;
    }
  return n_wide > 0 && n_letters <= MOST_UNBROKEN;
}

/* TEXT, as one where that is to be, else with NUMBER (nullable) in it as one; (transfer full). */
static char *
dup_markup (const char *text,
            const char *number)
{
  const char *at = number != NULL ? strstr (text, number) : NULL;
  g_autofree char *before = NULL;

  if (is_short_han (text))
    return g_markup_printf_escaped (UNBROKEN, text);
  if (at == NULL)
    return g_markup_escape_text (text, -1);
  before = g_strndup (text, at - text);
  return g_markup_printf_escaped ("%s" UNBROKEN "%s", before, number, at + strlen (number));
}

/* TEXT, of which NUMBER (nullable) is not to be broken, tells ROW of TABLE (nullable: it leads nowhere). */
static void
add_detail (AtlasKeyFigureCard *self,
            const char         *text,
            const char         *number,
            AtlasTable         *table,
            guint               row)
{
  g_autofree char *markup = dup_markup (text, number);

  if (self->markup->len > 0)
    g_string_append (self->markup, " · ");
  if (table == NULL)
    {
      g_string_append (self->markup, markup);
      return;
    }
  g_string_append_printf (self->markup, "<a href=\"%u\">%s</a>", self->detail_tables->len, markup);
  g_ptr_array_add (self->detail_tables, atlas_table_ref (table));
  g_array_append_val (self->detail_rows, row);
}

/* YEARS as a spark line below the number, where there are enough of them. */
static void
show_trend (AtlasKeyFigureCard *self,
            AtlasTable         *years)
{
  g_autoptr (AtlasChartSpec) spec = NULL;

  if (atlas_table_get_n_rows (years) < atlas_table_count_missing (years) + LEAST_YEARS)
    return;
  spec = atlas_chart_spec_new (ATLAS_CHART_SPARK, years);
  spec->show_titles = FALSE;
  spec->show_source = FALSE;
  spec->show_last = FALSE;
  atlas_chart_view_set_spec (self->trend, spec);
  gtk_widget_set_visible (GTK_WIDGET (self->trend), TRUE);
}

void
atlas_key_figure_card_show (AtlasKeyFigureCard   *self,
                            const AtlasCardFigure *figure)
{
  g_autofree char *name = atlas_table_dup_name (figure->table);

  g_return_if_fail (ATLAS_IS_KEY_FIGURE_CARD (self));

  forget (self);
  self->table = atlas_table_ref (figure->table);
  show_caption (self, figure->name != NULL ? figure->name : name, atlas_card_figure_get (figure));
  show_value (self, atlas_card_figure_get (figure));
  for (guint i = 0; i < figure->details->len; i++)
    {
      const AtlasCardDetail *detail = g_ptr_array_index (figure->details, i);

      add_detail (self, detail->text, detail->number, detail->table, detail->row);
    }
  gtk_label_set_markup (self->details, self->markup->str);
  if (figure->years != NULL)
    show_trend (self, figure->years);
  selection_changed (self);
}

void
atlas_key_figure_card_set_failed (AtlasKeyFigureCard *self,
                                  const char         *caption,
                                  const char         *message)
{
  g_return_if_fail (ATLAS_IS_KEY_FIGURE_CARD (self));

  forget (self);
  gtk_label_set_text (self->caption, caption);
  gtk_label_set_text (self->value, "—");
  gtk_label_set_text (self->details, message);
  selection_changed (self);
}

const char *
atlas_key_figure_card_get_value (AtlasKeyFigureCard *self)
{
  g_return_val_if_fail (ATLAS_IS_KEY_FIGURE_CARD (self), NULL);

  return gtk_label_get_text (self->value);
}

char *
atlas_key_figure_card_dup_details (AtlasKeyFigureCard *self)
{
  g_return_val_if_fail (ATLAS_IS_KEY_FIGURE_CARD (self), NULL);

  return g_strdup (gtk_label_get_text (self->details));
}
