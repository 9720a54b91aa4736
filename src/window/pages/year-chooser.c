/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/year-chooser.h"

#include "indicators/answer.h"
#include "window/state/inquiry.h"

struct _AtlasYearChooser
{
  GtkPopover parent_instance;

  AtlasSession *session;
  GArray *listed;         /* (element-type int): the years in the lists, newest first */
  GCancellable *listing;  /* (nullable): of @listed */
  GCancellable *choosing; /* (nullable): of the year that a choice begins with */
  gboolean updating;

  GtkStringList *years;
  GtkCheckButton *latest;
  GtkCheckButton *one;
  GtkCheckButton *range;
  GtkDropDown *one_year;
  GtkDropDown *first_year;
  GtkDropDown *last_year;
  GtkSwitch *stand_in;
};

G_DEFINE_FINAL_TYPE (AtlasYearChooser, atlas_year_chooser, GTK_TYPE_POPOVER)

static int
compare_years_descending (gconstpointer a,
                          gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

static gboolean
has_year (GArray *years,
          int     year)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return TRUE;
  return FALSE;
}

/* Of which years are asked. */
typedef struct {
  char *indicator; /* (nullable): all */
  char **codes;    /* (nullable): with @indicator */
} Wanted;

static void
wanted_free (Wanted *self)
{
  g_free (self->indicator);
  g_strfreev (self->codes);
  g_free (self);
}

static gpointer
ask_years (AtlasDataset    *dataset,
           AtlasCatalogue  *catalogue,
           gconstpointer    data,
           GError         **error)
{
  const Wanted *wanted = data;

  return atlas_answer_list_years (dataset, catalogue, wanted->indicator, (const char *const *) wanted->codes, error);
}

static void
fill_years (AtlasYearChooser *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < self->listed->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", g_array_index (self->listed, int, i));

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  gtk_string_list_splice (self->years, 0, g_list_model_get_n_items (G_LIST_MODEL (self->years)),
                          (const char *const *) names);
}

/* A year that no figure is of has its place all the same while it is shown. */
static void
list_year (AtlasYearChooser *self,
           int               year)
{
  if (year == 0 || has_year (self->listed, year))
    return;
  g_array_append_val (self->listed, year);
  g_array_sort (self->listed, compare_years_descending);
  fill_years (self);
}

static void
select_year (AtlasYearChooser *self,
             GtkDropDown      *list,
             int               year)
{
  for (guint i = 0; i < self->listed->len; i++)
    if (g_array_index (self->listed, int, i) == year)
      gtk_drop_down_set_selected (list, i);
}

static int
selected_year (AtlasYearChooser *self,
               GtkDropDown      *list)
{
  guint position = gtk_drop_down_get_selected (list);

  return position < self->listed->len ? g_array_index (self->listed, int, position) : 0;
}

static void
update (AtlasYearChooser *self)
{
  int first = atlas_session_get_first_year (self->session);
  int last = atlas_session_get_last_year (self->session);

  self->updating = TRUE;
  list_year (self, first);
  list_year (self, last);
  gtk_check_button_set_active (last == 0 ? self->latest : first == last ? self->one : self->range, TRUE);
  if (last != 0)
    {
      select_year (self, self->one_year, last);
      select_year (self, self->first_year, first);
      select_year (self, self->last_year, last);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->one_year), last != 0 && first == last);
  gtk_widget_set_sensitive (GTK_WIDGET (self->first_year), first != last);
  gtk_widget_set_sensitive (GTK_WIDGET (self->last_year), first != last);
  self->updating = FALSE;
}

/* A range that begins and ends in one year would be one year: it opens with the newest two. */
static void
choose_range (AtlasYearChooser *self)
{
  int first = selected_year (self, self->first_year);
  int last = selected_year (self, self->last_year);

  if (first == last && self->listed->len > 1)
    {
      guint position = MIN (gtk_drop_down_get_selected (self->last_year) + 1, self->listed->len - 1);

      first = g_array_index (self->listed, int, position);
      last = g_array_index (self->listed, int, position - 1);
    }
  atlas_session_set_years (self->session, first, last);
}

/* What the buttons and lists say now. */
static void
choose (AtlasYearChooser *self)
{
  if (gtk_check_button_get_active (self->latest))
    atlas_session_set_years (self->session, 0, 0);
  else if (gtk_check_button_get_active (self->one))
    atlas_session_set_years (self->session, selected_year (self, self->one_year), selected_year (self, self->one_year));
  else
    choose_range (self);
  update (self);
}

/* The regions shown. */
static char **
list_codes (AtlasYearChooser *self)
{
  const char *const *compared = atlas_session_get_compare (self->session);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, atlas_session_get_region (self->session));
  g_strv_builder_addv (builder, (const char **) compared);
  return g_strv_builder_end (builder);
}

/* Coming from the latest figures, the years begin with the newest that the regions shown have the indicator of: the lists begin with
 * years that few regions have. ANSWER (transfer full) (nullable). */
static void
choose_newest (gpointer      chooser,
               gpointer      answer,
               const GError *error)
{
  AtlasYearChooser *self = chooser;
  g_autoptr (GArray) years = answer;
  int newest = 0;

  for (guint i = 0; years != NULL && i < years->len; i++)
    newest = MAX (newest, g_array_index (years, int, i));
  self->updating = TRUE;
  select_year (self, self->one_year, newest);
  select_year (self, self->first_year, newest);
  select_year (self, self->last_year, newest);
  self->updating = FALSE;
  choose (self);
}

static void
begin_newest (AtlasYearChooser *self)
{
  static const AtlasInquiry inquiry = { ask_years, choose_newest, (GDestroyNotify) wanted_free, (GDestroyNotify) g_array_unref };
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->indicator = g_strdup (atlas_session_get_indicator (self->session));
  wanted->codes = list_codes (self);
  atlas_inquiry_begin (&inquiry, self->session, self, &self->choosing, wanted);
}

/* Of the two buttons that change, the one that goes off tells first: it says nothing yet. */
static void
button_cb (AtlasYearChooser *self,
           GtkCheckButton   *button)
{
  if (self->updating || self->session == NULL || !gtk_check_button_get_active (button))
    return;
  if (atlas_session_get_last_year (self->session) == 0 && atlas_session_get_dataset (self->session) != NULL)
    begin_newest (self);
  else
    choose (self);
}

static void
list_cb (AtlasYearChooser *self)
{
  if (!self->updating && self->session != NULL)
    choose (self);
}

/* The years that any indicator has figures of, newest first: they hold for all pages, whatever these show. ANSWER (transfer full)
 * (nullable). */
static void
take_years (gpointer      chooser,
            gpointer      answer,
            const GError *error)
{
  AtlasYearChooser *self = chooser;

  if (answer == NULL)
    {
      g_warning ("The years could not be listed: %s", error->message);
      return;
    }
  g_array_unref (self->listed);
  self->listed = answer;
  g_array_sort (self->listed, compare_years_descending);
  self->updating = TRUE;
  fill_years (self);
  update (self);
}

static void
dataset_changed_cb (AtlasYearChooser *self)
{
  static const AtlasInquiry inquiry = { ask_years, take_years, (GDestroyNotify) wanted_free, (GDestroyNotify) g_array_unref };

  atlas_inquiry_stop (&self->choosing);
  atlas_inquiry_begin (&inquiry, self->session, self, &self->listing, g_new0 (Wanted, 1));
}

static void
atlas_year_chooser_dispose (GObject *object)
{
  AtlasYearChooser *self = ATLAS_YEAR_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_YEAR_CHOOSER);
  atlas_inquiry_stop (&self->listing);
  atlas_inquiry_stop (&self->choosing);
  g_clear_pointer (&self->listed, g_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_year_chooser_parent_class)->dispose (object);
}

static void
atlas_year_chooser_class_init (AtlasYearChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_year_chooser_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/year-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasYearChooser, years);
  gtk_widget_class_bind_template_child (widget_class, AtlasYearChooser, latest);
  gtk_widget_class_bind_template_child (widget_class, AtlasYearChooser, one);
  gtk_widget_class_bind_template_child (widget_class, AtlasYearChooser, range);
  gtk_widget_class_bind_template_child (widget_class, AtlasYearChooser, one_year);
  gtk_widget_class_bind_template_child (widget_class, AtlasYearChooser, first_year);
  gtk_widget_class_bind_template_child (widget_class, AtlasYearChooser, last_year);
  gtk_widget_class_bind_template_child (widget_class, AtlasYearChooser, stand_in);
  gtk_widget_class_bind_template_callback (widget_class, button_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_cb);
}

static void
atlas_year_chooser_init (AtlasYearChooser *self)
{
  self->listed = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
atlas_year_chooser_new (AtlasSession *session)
{
  AtlasYearChooser *self = g_object_new (ATLAS_TYPE_YEAR_CHOOSER, NULL);

  self->session = g_object_ref (session);
  g_object_bind_property (session, "stand-in", self->stand_in, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "subject-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  if (atlas_session_get_dataset (session) != NULL)
    dataset_changed_cb (self);
  return GTK_WIDGET (self);
}
