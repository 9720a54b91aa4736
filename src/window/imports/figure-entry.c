/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/imports/figure-entry.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/number-parse.h"

G_DEFINE_QUARK (atlas-figure-entry-error-quark, atlas_figure_entry_error)

static void
set_text (char       **place,
          const char  *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/* 2023, 2023-09 or 2023-09-30, and a day that there is. */
static gboolean
is_date (const char *text)
{
  int year;
  int month = 1;
  int day = 1;

  if (!g_regex_match_simple ("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", text, 0, 0))
    return FALSE;
  year = atoi (text);
  if (strlen (text) > 4)
    month = atoi (text + 5);
  if (strlen (text) > 7)
    day = atoi (text + 8);
  return year > 1900 && month >= 1 && month <= 12 && day >= 1
         && day <= g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

static gboolean
check_date (const char  *text,
            GError     **error)
{
  if (text[0] == '\0' || is_date (text))
    return TRUE;
  g_set_error (error, ATLAS_FIGURE_ENTRY_ERROR, ATLAS_FIGURE_ENTRY_ERROR_DATE,
               _("“%s” is no date. Write 2023, 2023-09 or 2023-09-30."), text);
  return FALSE;
}

static gboolean
read_number (const AtlasFigureEntry  *self,
             AtlasFigure             *figure,
             GError                 **error)
{
  gboolean wants_percent = strcmp (self->indicator->unit, "percent") == 0;
  AtlasParsedNumber number;

  if (!atlas_number_parse (self->printed, &number, error))
    return FALSE;
  if (number.is_missing)
    {
      g_set_error_literal (error, ATLAS_FIGURE_ENTRY_ERROR, ATLAS_FIGURE_ENTRY_ERROR_NUMBER,
                           _("Enter the number as the document prints it."));
      return FALSE;
    }
  if (number.is_percent && !wants_percent)
    {
      g_set_error (error, ATLAS_FIGURE_ENTRY_ERROR, ATLAS_FIGURE_ENTRY_ERROR_NUMBER,
                   _("“%s” is a percentage, and this indicator is none."), self->printed);
      return FALSE;
    }
  figure->value = number.value;
  figure->qualifier = number.qualifier;
  return TRUE;
}

/* An id that no source has: "entered-1", "entered-2" ...; (transfer full). */
static char *
new_source_id (AtlasCatalogue *catalogue)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *id = g_strdup_printf ("entered-%u", n);

      if (atlas_catalogue_find_source (catalogue, id) == NULL)
        return g_steal_pointer (&id);
    }
}

/* (transfer full) (nullable) */
static AtlasSource *
read_source (const AtlasFigureEntry  *self,
             AtlasCatalogue          *catalogue,
             GError                 **error)
{
  AtlasSource *source;

  if (self->source != NULL)
    return atlas_source_ref (self->source);
  if (self->title[0] == '\0')
    {
      g_set_error_literal (error, ATLAS_FIGURE_ENTRY_ERROR, ATLAS_FIGURE_ENTRY_ERROR_DOCUMENT,
                           _("Enter the title of the document, or choose one."));
      return NULL;
    }
  if (!check_date (self->published_on, error))
    return NULL;
  source = atlas_source_new ();
  g_free (source->source_id);
  source->source_id = new_source_id (catalogue);
  set_text (&source->title, self->title);
  set_text (&source->publisher, self->publisher);
  set_text (&source->published_on, self->published_on);
  return source;
}

static void
fill_texts (const AtlasFigureEntry *self,
            AtlasFigure            *figure)
{
  /* A year is the period itself; a month or a day is when the figure was so. */
  gboolean is_year = strlen (self->date) == 4;

  set_text (&figure->region_code, self->region->code);
  set_text (&figure->indicator_id, self->indicator->indicator_id);
  set_text (&figure->unit, self->indicator->unit);
  set_text (&figure->printed, self->printed);
  set_text (&figure->period, is_year ? self->date : "");
  set_text (&figure->as_of, is_year ? "" : self->date);
  set_text (&figure->note, self->note);
  g_clear_pointer (&figure->dimensions, g_ptr_array_unref);
  figure->dimensions = atlas_dimension_values_copy (self->dimensions);
}

AtlasFigure *
atlas_figure_entry_read (const AtlasFigureEntry  *self,
                         AtlasCatalogue          *catalogue,
                         GError                 **error)
{
  g_autoptr (AtlasFigure) figure = atlas_figure_new ();
  AtlasSource *source;

  if (!read_number (self, figure, error) || !check_date (self->date, error))
    return NULL;
  source = read_source (self, catalogue, error);
  if (source == NULL)
    return NULL;
  if (figure->source != NULL)
    atlas_source_unref (figure->source);
  figure->source = source;
  figure->status = ATLAS_STATUS_NORMAL;
  fill_texts (self, figure);
  return g_steal_pointer (&figure);
}
