/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/observation.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dataset/dimension-values.h"

static const char *const basis_ids[] = { "", "registers", "published", "published_parts", "computed" };
static const char *const basis_names[] = {
  NC_("basis", "none"),
  NC_("basis", "counted from registers"),
  NC_("basis", "published"),
  NC_("basis", "sum of published parts"),
  NC_("basis", "computed"),
};

/**
 * atlas_basis_to_id:
 *
 * Returns: as written in files: "published_parts"; "" for a missing value
 */
const char *
atlas_basis_to_id (AtlasBasis basis)
{
  g_return_val_if_fail (basis < G_N_ELEMENTS (basis_ids), "");

  return basis_ids[basis];
}

/**
 * atlas_basis_get_name:
 *
 * Returns: in the user's language
 */
const char *
atlas_basis_get_name (AtlasBasis basis)
{
  g_return_val_if_fail (basis < G_N_ELEMENTS (basis_names), "");

  return g_dpgettext2 (NULL, "basis", basis_names[basis]);
}

/* What all lists begin as: most observations leave most of them empty. */
static GPtrArray *
get_nothing (void)
{
  static GPtrArray *nothing;

  if (g_once_init_enter (&nothing))
    g_once_init_leave (&nothing, g_ptr_array_new ());
  return nothing;
}

/* Takes ELEMENT. */
static void
add (GPtrArray      **list,
     gpointer         element,
     GDestroyNotify   element_free)
{
  if (*list == get_nothing ())
    *list = g_ptr_array_new_with_free_func (element_free);
  g_ptr_array_add (*list, element);
}

static void
clear_list (GPtrArray *list)
{
  if (list != get_nothing ())
    g_ptr_array_unref (list);
}

/**
 * atlas_observation_new:
 * @region: the region it is about; owned by its tree
 *
 * Returns: (transfer full): a missing value, not reported, to be filled in before it is shared
 */
AtlasObservation *
atlas_observation_new (const AtlasRegion *region)
{
  AtlasObservation *self = g_atomic_rc_box_new0 (AtlasObservation);

  self->region = region;
  self->indicator_id = g_strdup ("");
  self->period = g_strdup ("");
  self->by = g_new0 (char *, 1);
  self->status = ATLAS_STATUS_MISSING;
  self->missing = ATLAS_MISSING_NOT_REPORTED;
  self->value = self->numerator = self->denominator = NAN;
  self->dimensions = self->sources = self->notes = self->figures = self->others = self->inputs = get_nothing ();
  return self;
}

AtlasObservation *
atlas_observation_ref (AtlasObservation *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
observation_clear (gpointer data)
{
  AtlasObservation *self = data;

  g_free (self->indicator_id);
  g_free (self->period);
  g_strfreev (self->by);
  clear_list (self->dimensions);
  clear_list (self->sources);
  clear_list (self->notes);
  clear_list (self->figures);
  clear_list (self->others);
  clear_list (self->inputs);
}

void
atlas_observation_unref (AtlasObservation *self)
{
  g_atomic_rc_box_release_full (self, observation_clear);
}

gboolean
atlas_observation_is_missing (const AtlasObservation *self)
{
  return self->status == ATLAS_STATUS_MISSING;
}

/**
 * atlas_observation_add_source:
 * @self: an observation
 * @source: (transfer none): a document it comes from
 *
 * Adds @source unless it is there.
 */
void
atlas_observation_add_source (AtlasObservation *self,
                              AtlasSource      *source)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      AtlasSource *known = g_ptr_array_index (self->sources, i);

      if (strcmp (known->source_id, source->source_id) == 0)
        return;
    }
  add (&self->sources, atlas_source_ref (source), (GDestroyNotify) atlas_source_unref);
}

/**
 * atlas_observation_add_note:
 * @self: an observation
 * @note: a sentence in the user's language, without its full stop
 *
 * Adds @note unless it is there.
 */
void
atlas_observation_add_note (AtlasObservation *self,
                            const char       *note)
{
  if (!g_ptr_array_find_with_equal_func (self->notes, note, g_str_equal, NULL))
    add (&self->notes, g_strdup (note), g_free);
}

void
atlas_observation_take_figure (AtlasObservation *self,
                               AtlasFigure      *figure)
{
  add (&self->figures, figure, (GDestroyNotify) atlas_figure_unref);
}

void
atlas_observation_take_other (AtlasObservation *self,
                              AtlasFigure      *figure)
{
  add (&self->others, figure, (GDestroyNotify) atlas_figure_unref);
}

void
atlas_observation_take_input (AtlasObservation *self,
                              AtlasObservation *input)
{
  add (&self->inputs, input, (GDestroyNotify) atlas_observation_unref);
}

void
atlas_observation_set_dimensions (AtlasObservation *self,
                                  GPtrArray        *dimensions)
{
  clear_list (self->dimensions);
  self->dimensions = g_ptr_array_ref (dimensions);
}

char *
atlas_note_dup_of_year (const char *note,
                        int         year)
{
  /* Translators: a note and the year that it holds for */
  return g_strdup_printf (C_("note", "%1$s (%2$d)"), note, year);
}

char *
atlas_note_dup_without_year (const char *note,
                             int         year)
{
  g_autofree char *end = atlas_note_dup_of_year ("", year);

  return g_strndup (note, strlen (note) - (g_str_has_suffix (note, end) ? strlen (end) : 0));
}

char *
atlas_observation_dup_stand_in_note (int asked,
                                     int year)
{
  if (year == 0)
    return g_strdup_printf (_("no figure for %d: an undated one stands in"), asked);
  return g_strdup_printf (_("no figure for %d: that of %d stands in"), asked, year);
}

/**
 * atlas_observation_dup_note:
 *
 * Returns: (transfer full): all notes in one line
 */
char *
atlas_observation_dup_note (const AtlasObservation *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->notes->len; i++)
    {
      if (i > 0)
        /* Translators: stands between two notes in one line */
        g_string_append (text, C_("between notes", "; "));
      g_string_append (text, g_ptr_array_index (self->notes, i));
    }
  return g_string_free (text, FALSE);
}
