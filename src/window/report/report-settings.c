/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/report/report-settings.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "reports/own-template.h"
#include "reports/report-file.h"

/* Where a section may stand. */
#define PLACES (ATLAS_SECTION_OPENING | ATLAS_SECTION_CLOSING)

typedef struct {
  AtlasSectionChoice choice;
  AtlasSectionFlags flags;
} Section;

/* On what it is printed, and for what it is laid out. */
static const struct {
  const char *id;
  const char *printed;
  AtlasPaper layout;
} papers[] = {
  { "iso_a4", "iso_a4", ATLAS_PAPER_A4 },
  { "iso_a3", "iso_a3", ATLAS_PAPER_A3 },
  { "iso_a3_enlarged", "iso_a3", ATLAS_PAPER_A4 },
};

struct _AtlasReportSettings
{
  GObject parent_instance;

  char *template_name;
  char *base;
  char *title; /* (nullable) */
  GArray *sections;
  char *style;
  gboolean grey;
  AtlasSignSet signs;
  AtlasReportFormat format;
  guint paper; /* of the papers */
  AtlasPageNumbers numbers;
  GSettings *kept; /* (nullable) */
};

enum {
  CHANGED,
  TEMPLATES_CHANGED,
  OUTPUT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasReportSettings, atlas_report_settings, G_TYPE_OBJECT)

static void
replace (char       **string,
         const char  *by)
{
  char *copy = g_strdup (by);

  g_free (*string);
  *string = copy;
}

static Section *
get_section (AtlasReportSettings *self,
             guint                position)
{
  return &g_array_index (self->sections, Section, position);
}

static int
find_section (AtlasReportSettings *self,
              const char          *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (strcmp (get_section (self, i)->choice.id, id) == 0)
      return (int) i;
  return -1;
}

static gboolean
is_of_place (const Section            *section,
             const AtlasReportSection *other)
{
  return (section->flags & PLACES) == (other->flags & PLACES);
}

static void
insert_section (AtlasReportSettings      *self,
                guint                     position,
                const AtlasReportSection *section,
                gboolean                  is_chosen)
{
  Section added = {
    { section->id, atlas_report_section_get_title (section), is_chosen || (section->flags & ATLAS_SECTION_ALWAYS) != 0,
      (section->flags & ATLAS_SECTION_ALWAYS) != 0 },
    section->flags,
  };

  g_array_insert_val (self->sections, position, added);
}

/* Where the sections of its place end. */
static guint
find_end (AtlasReportSettings      *self,
          const AtlasReportSection *section)
{
  guint position = 0;

  for (guint i = 0; i < self->sections->len; i++)
    if (is_of_place (get_section (self, i), section) || (get_section (self, i)->flags & ATLAS_SECTION_OPENING) != 0 ||
        (section->flags & ATLAS_SECTION_CLOSING) != 0)
      position = i + 1;
  return position;
}

static void
add_chosen (AtlasReportSettings      *self,
            const AtlasReportSection *sections,
            guint                     n,
            const char *const        *ids)
{
  for (; *ids != NULL; ids++)
    for (guint i = 0; i < n; i++)
      if (strcmp (sections[i].id, *ids) == 0 && find_section (self, *ids) < 0)
        insert_section (self, find_end (self, &sections[i]), &sections[i], TRUE);
}

/* Where section N of SECTIONS, which is not chosen, waits: behind the one that comes before it in the template, wherever
 * that stands now; the first of a place before all others. */
static guint
find_waiting_place (AtlasReportSettings      *self,
                    const AtlasReportSection *sections,
                    guint                     n)
{
  for (guint i = n; i-- > 0;)
    if ((sections[i].flags & PLACES) == (sections[n].flags & PLACES))
      return (guint) find_section (self, sections[i].id) + 1;
  for (guint i = 0; i < self->sections->len; i++)
    if (is_of_place (get_section (self, i), &sections[n]))
      return i;
  return find_end (self, &sections[n]);
}

/* Those that IDS (nullable) has in their order, and between them what else there is. */
static void
fill_sections (AtlasReportSettings *self,
               const char *const   *ids)
{
  guint n;
  const AtlasReportSection *sections = atlas_report_template_get_sections (self->base, &n);

  g_array_set_size (self->sections, 0);
  if (ids != NULL)
    add_chosen (self, sections, n, ids);
  for (guint i = 0; i < n; i++)
    if (find_section (self, sections[i].id) < 0)
      insert_section (self, find_waiting_place (self, sections, i), &sections[i],
                      ids == NULL && (sections[i].flags & ATLAS_SECTION_OPTIONAL) == 0);
}

char **
atlas_report_settings_list_templates (AtlasReportSettings *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) own = atlas_own_template_list_names ();

  g_strv_builder_addv (names, (const char **) atlas_report_template_list_names ());
  g_strv_builder_addv (names, (const char **) own);
  return g_strv_builder_end (names);
}

const char *
atlas_report_settings_get_title (const char *template_name)
{
  const char *title = atlas_report_template_get_title (template_name);

  return title != NULL ? title : template_name;
}

const char *
atlas_report_settings_get_template (AtlasReportSettings *self)
{
  return self->template_name;
}

const char *
atlas_report_settings_get_base (AtlasReportSettings *self)
{
  return self->base;
}

gboolean
atlas_report_settings_is_for_one (AtlasReportSettings *self)
{
  return atlas_report_template_is_for_one (self->base);
}

gboolean
atlas_report_settings_is_own (AtlasReportSettings *self)
{
  return atlas_report_template_get_title (self->template_name) == NULL;
}

static void
take_own (AtlasReportSettings    *self,
          const AtlasOwnTemplate *own)
{
  replace (&self->base, own->base);
  replace (&self->title, own->title);
  if (own->style != NULL)
    replace (&self->style, own->style);
  if (own->signs != NULL)
    self->signs = atlas_sign_set_from_id (own->signs);
  fill_sections (self, (const char *const *) own->sections);
}

gboolean
atlas_report_settings_set_template (AtlasReportSettings  *self,
                                    const char           *name,
                                    GError              **error)
{
  g_autoptr (AtlasOwnTemplate) own = NULL;

  if (atlas_report_template_get_title (name) == NULL)
    {
      own = atlas_own_template_find (name, error);
      if (own == NULL)
        return FALSE;
      take_own (self, own);
    }
  else
    {
      replace (&self->base, name);
      replace (&self->title, NULL);
      fill_sections (self, NULL);
    }
  replace (&self->template_name, name);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/* (transfer full) */
static char **
list_chosen (AtlasReportSettings *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->sections->len; i++)
    if (get_section (self, i)->choice.is_chosen)
      g_strv_builder_add (ids, get_section (self, i)->choice.id);
  return g_strv_builder_end (ids);
}

gboolean
atlas_report_settings_save_template (AtlasReportSettings  *self,
                                     const char           *name,
                                     GError              **error)
{
  g_autofree char *path = atlas_own_template_dup_path (name, error);
  g_auto (GStrv) chosen = list_chosen (self);
  g_autoptr (AtlasOwnTemplate) own =
    atlas_own_template_new (self->base, self->title, (const char *const *) chosen, self->style);

  own->signs = g_strdup (atlas_sign_set_list_ids ()[self->signs]);
  if (path == NULL || !atlas_own_template_save (own, path, error))
    return FALSE;
  replace (&self->template_name, name);
  g_signal_emit (self, signals[TEMPLATES_CHANGED], 0);
  return TRUE;
}

gboolean
atlas_report_settings_delete_template (AtlasReportSettings  *self,
                                       GError              **error)
{
  g_autofree char *path = atlas_own_template_dup_path (self->template_name, error);
  g_autofree char *base = g_strdup (self->base);

  if (path == NULL)
    return FALSE;
  if (g_unlink (path) != 0)
    {
      g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE, _("“%1$s” cannot be removed: %2$s"), path,
                   g_strerror (errno));
      return FALSE;
    }
  atlas_report_settings_set_template (self, base, NULL);
  g_signal_emit (self, signals[TEMPLATES_CHANGED], 0);
  return TRUE;
}

guint
atlas_report_settings_get_n_sections (AtlasReportSettings *self)
{
  return self->sections->len;
}

const AtlasSectionChoice *
atlas_report_settings_get_section (AtlasReportSettings *self,
                                   guint                position)
{
  return &get_section (self, position)->choice;
}

void
atlas_report_settings_toggle_section (AtlasReportSettings *self,
                                      const char          *id)
{
  int position = find_section (self, id);
  Section *section = position >= 0 ? get_section (self, (guint) position) : NULL;

  if (section == NULL || section->choice.is_fixed)
    return;
  section->choice.is_chosen = !section->choice.is_chosen;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
atlas_report_settings_move_section (AtlasReportSettings *self,
                                    const char          *id,
                                    int                  by)
{
  int from = find_section (self, id);
  int to = from;
  int step = by > 0 ? 1 : -1;
  Section moved;

  if (from < 0 || by == 0)
    return;
  moved = *get_section (self, (guint) from);
  while (to != from + by && to + step >= 0 && to + step < (int) self->sections->len &&
         (get_section (self, (guint) (to + step))->flags & PLACES) == (moved.flags & PLACES))
    to += step;
  if (to == from)
    return;
  g_array_remove_index (self->sections, (guint) from);
  g_array_insert_val (self->sections, (guint) to, moved);
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
atlas_report_settings_get_style (AtlasReportSettings *self)
{
  return self->style;
}

void
atlas_report_settings_set_style (AtlasReportSettings *self,
                                 const char          *style)
{
  if (atlas_report_style_find (style) == NULL || strcmp (style, self->style) == 0)
    return;
  replace (&self->style, style);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
atlas_report_settings_get_grey (AtlasReportSettings *self)
{
  return self->grey;
}

void
atlas_report_settings_set_grey (AtlasReportSettings *self,
                                gboolean             grey)
{
  if (grey == self->grey)
    return;
  self->grey = grey;
  g_signal_emit (self, signals[CHANGED], 0);
}

AtlasSignSet
atlas_report_settings_get_signs (AtlasReportSettings *self)
{
  return self->signs;
}

void
atlas_report_settings_set_signs (AtlasReportSettings *self,
                                 AtlasSignSet         signs)
{
  if (signs == self->signs)
    return;
  self->signs = signs;
  g_signal_emit (self, signals[CHANGED], 0);
}

AtlasReportFormat
atlas_report_settings_get_format (AtlasReportSettings *self)
{
  return self->format;
}

void
atlas_report_settings_set_format (AtlasReportSettings *self,
                                  const char          *id)
{
  const char *const *ids = atlas_report_format_list_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (strcmp (ids[i], id) == 0)
      {
        self->format = (AtlasReportFormat) i;
        g_signal_emit (self, signals[OUTPUT_CHANGED], 0);
      }
}

const char *
atlas_report_settings_get_paper (AtlasReportSettings *self)
{
  return papers[self->paper].id;
}

const char *
atlas_report_settings_get_printed_paper (AtlasReportSettings *self)
{
  return papers[self->paper].printed;
}

void
atlas_report_settings_set_paper (AtlasReportSettings *self,
                                 const char          *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (strcmp (papers[i].id, paper) == 0 && i != self->paper)
      {
        gboolean is_other = papers[i].layout != papers[self->paper].layout;

        self->paper = i;
        g_signal_emit (self, signals[is_other ? CHANGED : OUTPUT_CHANGED], 0);
        return;
      }
}

const char *
atlas_report_settings_get_numbers (AtlasReportSettings *self)
{
  return atlas_page_numbers_list_ids ()[self->numbers];
}

void
atlas_report_settings_set_numbers (AtlasReportSettings *self,
                                   const char          *id)
{
  const char *const *ids = atlas_page_numbers_list_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (strcmp (ids[i], id) == 0 && i != self->numbers)
      {
        self->numbers = i;
        g_signal_emit (self, signals[CHANGED], 0);
        return;
      }
}

static void
keep (AtlasReportSettings *self)
{
  g_settings_set_string (self->kept, "report-template", self->template_name);
  g_settings_set_string (self->kept, "report-style", self->style);
  g_settings_set_boolean (self->kept, "report-grey", self->grey);
  g_settings_set_boolean (self->kept, "report-yearbook-signs", self->signs == ATLAS_SIGNS_YEARBOOK);
  g_settings_set_string (self->kept, "report-format", atlas_report_format_list_ids ()[self->format]);
  g_settings_set_string (self->kept, "report-paper", atlas_report_settings_get_paper (self));
  g_settings_set_string (self->kept, "report-page-numbers", atlas_report_settings_get_numbers (self));
}

void
atlas_report_settings_bind (AtlasReportSettings *self,
                            GSettings           *settings)
{
  g_autofree char *template_name = g_settings_get_string (settings, "report-template");
  g_autofree char *style = g_settings_get_string (settings, "report-style");
  g_autofree char *format = g_settings_get_string (settings, "report-format");
  g_autofree char *paper = g_settings_get_string (settings, "report-paper");
  g_autofree char *numbers = g_settings_get_string (settings, "report-page-numbers");

  g_return_if_fail (self->kept == NULL);

  /* One of the user's own may have been removed since: then it is the usual one. */
  atlas_report_settings_set_template (self, template_name, NULL);
  atlas_report_settings_set_style (self, style);
  atlas_report_settings_set_grey (self, g_settings_get_boolean (settings, "report-grey"));
  atlas_report_settings_set_signs (self, g_settings_get_boolean (settings, "report-yearbook-signs") ? ATLAS_SIGNS_YEARBOOK
                                                                                                     : ATLAS_SIGNS_STANDARD);
  atlas_report_settings_set_format (self, format);
  atlas_report_settings_set_paper (self, paper);
  atlas_report_settings_set_numbers (self, numbers);
  self->kept = g_object_ref (settings);
  g_signal_connect (self, "changed", G_CALLBACK (keep), NULL);
  g_signal_connect (self, "output-changed", G_CALLBACK (keep), NULL);
  g_signal_connect (self, "templates-changed", G_CALLBACK (keep), NULL);
}

AtlasReportOrder *
atlas_report_settings_create_order (AtlasReportSettings *self,
                                    AtlasSession        *session)
{
  AtlasReportOrder *order = atlas_report_order_new (session, self->base);

  order->sections = list_chosen (self);
  order->title = g_strdup (self->title);
  order->grey = self->grey;
  order->signs = self->signs;
  order->paper = papers[self->paper].layout;
  order->numbers = self->numbers;
  replace (&order->style, self->style);
  return order;
}

static void
atlas_report_settings_finalize (GObject *object)
{
  AtlasReportSettings *self = ATLAS_REPORT_SETTINGS (object);

  g_free (self->template_name);
  g_free (self->base);
  g_free (self->title);
  g_array_unref (self->sections);
  g_free (self->style);
  g_clear_object (&self->kept);
  G_OBJECT_CLASS (atlas_report_settings_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, ATLAS_TYPE_REPORT_SETTINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_report_settings_class_init (AtlasReportSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_report_settings_finalize;
  signals[CHANGED] = add_signal ("changed");
  signals[TEMPLATES_CHANGED] = add_signal ("templates-changed");
  signals[OUTPUT_CHANGED] = add_signal ("output-changed");
}

static void
atlas_report_settings_init (AtlasReportSettings *self)
{
  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  self->template_name = g_strdup ("brief");
  self->base = g_strdup ("brief");
  self->style = g_strdup ("plain");
  fill_sections (self, NULL);
}

AtlasReportSettings *
atlas_report_settings_new (void)
{
  return g_object_new (ATLAS_TYPE_REPORT_SETTINGS, NULL);
}
