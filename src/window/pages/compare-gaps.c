/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/compare-gaps.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/register-names.h"
#include "indicators/count-index.h"
#include "indicators/explanation.h"
#include "window/cards/enter-bar.h"

/* So many figures are named: what is missing of more nobody enters at once. */
#define MAX_GAPS 8

struct _AtlasCompareGaps
{
  GtkWidget parent_instance;

  AtlasSession *session;
  GtkWidget *box;
  GtkWidget *lines;
};

/* A figure that is missing, and of which regions. */
typedef struct {
  char *subject; /* with its break-down */
  const char *indicator_id;
  GPtrArray *regions; /* (element-type AtlasRegion) */
} Gap;

G_DEFINE_FINAL_TYPE (AtlasCompareGaps, atlas_compare_gaps, GTK_TYPE_WIDGET)

static void
gap_free (Gap *self)
{
  g_free (self->subject);
  g_ptr_array_unref (self->regions);
  g_free (self);
}

/* Takes SUBJECT. */
static void
add_gap (GPtrArray            *gaps,
         char                 *subject,
         const AtlasIndicator *indicator,
         const AtlasRegion    *region)
{
  g_autofree char *owned = subject;
  Gap *gap = NULL;

  for (guint i = 0; i < gaps->len && gap == NULL; i++)
    if (strcmp (((Gap *) g_ptr_array_index (gaps, i))->subject, subject) == 0)
      gap = g_ptr_array_index (gaps, i);
  if (gap == NULL)
    {
      gap = g_new0 (Gap, 1);
      gap->subject = g_steal_pointer (&owned);
      gap->indicator_id = indicator->indicator_id;
      gap->regions = g_ptr_array_new ();
      g_ptr_array_add (gaps, gap);
    }
  if (!g_ptr_array_find (gap->regions, region, NULL))
    g_ptr_array_add (gap->regions, (gpointer) region);
}

/* What is missing of OBSERVATION: itself, or of its inputs those that are. */
static void
collect (AtlasCompareGaps       *self,
         GPtrArray              *gaps,
         const char             *indicator_id,
         const AtlasObservation *observation)
{
  AtlasCatalogue *catalogue = atlas_session_get_catalogue (self->session);
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, indicator_id);
  gboolean has_missing_input = FALSE;

  if (!atlas_observation_is_missing (observation) || observation->missing == ATLAS_MISSING_NOT_APPLICABLE)
    return;
  for (guint i = 0; i < observation->inputs->len; i++)
    {
      const AtlasObservation *input = g_ptr_array_index (observation->inputs, i);

      has_missing_input |= atlas_observation_is_missing (input);
      collect (self, gaps, input->indicator_id, input);
    }
  if (!has_missing_input && indicator != NULL)
    add_gap (gaps, atlas_explain_subject (catalogue, observation), indicator, observation->region);
}

/* "Funding of Dali, Qijiang: enter what has been published, or import the register “Funding”." */
static char *
dup_line (const Gap                  *gap,
          const AtlasTableDefinition *table)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < gap->regions->len; i++)
    {
      g_autofree char *name = atlas_region_dup_short_name (g_ptr_array_index (gap->regions, i));

      g_string_append_printf (names, "%s%s", i > 0 ? C_("between names", ", ") : "", name);
    }
  if (table == NULL)
    /* Translators: an indicator, and the names of regions */
    return g_strdup_printf (_("%1$s of %2$s: enter what has been published"), gap->subject, names->str);
  /* Translators: an indicator, the names of regions, a register */
  return g_strdup_printf (_("%1$s of %2$s: enter what has been published, or import the register “%3$s”"),
                          gap->subject, names->str, atlas_table_get_title (table));
}

static void
add_line (AtlasCompareGaps *self,
          const Gap        *gap)
{
  const AtlasTableDefinition *table = atlas_count_find_table (gap->indicator_id);
  g_autofree char *text = dup_line (gap, table);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *bar = g_object_new (ATLAS_TYPE_ENTER_BAR, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  atlas_enter_bar_offer (ATLAS_ENTER_BAR (bar), NULL, gap->indicator_id);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), bar);
  gtk_box_append (GTK_BOX (self->lines), row);
}

static void
clear (AtlasCompareGaps *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), child);
}

static void
atlas_compare_gaps_dispose (GObject *object)
{
  AtlasCompareGaps *self = ATLAS_COMPARE_GAPS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_compare_gaps_parent_class)->dispose (object);
}

static void
atlas_compare_gaps_class_init (AtlasCompareGapsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_compare_gaps_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_compare_gaps_init (AtlasCompareGaps *self)
{
  GtkWidget *heading = gtk_label_new (_("What is missing for a full comparison"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "atlas-card");
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), self->lines);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
atlas_compare_gaps_new (AtlasSession *session)
{
  AtlasCompareGaps *self = g_object_new (ATLAS_TYPE_COMPARE_GAPS, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
atlas_compare_gaps_show (AtlasCompareGaps *self,
                         GPtrArray        *tables)
{
  g_autoptr (GPtrArray) gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) gap_free);

  g_return_if_fail (ATLAS_IS_COMPARE_GAPS (self));

  for (guint t = 0; t < tables->len; t++)
    {
      AtlasTable *table = g_ptr_array_index (tables, t);

      for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
        collect (self, gaps, atlas_table_get_indicator (table)->indicator_id, atlas_table_get_row (table, i));
    }
  clear (self);
  for (guint i = 0; i < MIN (gaps->len, MAX_GAPS); i++)
    add_line (self, g_ptr_array_index (gaps, i));
  gtk_widget_set_visible (GTK_WIDGET (self), gaps->len > 0);
}

char *
atlas_compare_gaps_dup_text (AtlasCompareGaps *self)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (self->lines); row != NULL; row = gtk_widget_get_next_sibling (row))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (row))));
  return g_string_free (text, FALSE);
}
