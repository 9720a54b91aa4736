/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/register-text.h"
#include "dataset/registers/row-parser-private.h"

static gboolean
fail_ambiguous (AtlasRowParser *self,
                guint           column)
{
  g_autofree char *one = atlas_region_dup_path (self->place.rivals[0], " › ");
  g_autofree char *other = atlas_region_dup_path (self->place.rivals[1], " › ");

  return atlas_row_parser_fail (self, column, ATLAS_REJECT_AMBIGUOUS_REGION,
                                /* Translators: a name, two divisions that are called so */
                                _("“%s” can be %s or %s: write the division code, or the county beside it"),
                                atlas_row_parser_quote (self, self->place_text), one, other);
}

/* The code, or the lowest of the names. */
static const char *
get_place_text (const char        *code,
                const char *const *names)
{
  const char *text = code;

  for (guint i = 0; i < ATLAS_N_PLACES && atlas_register_text_is_missing (code); i++)
    if (!atlas_register_text_is_missing (names[i]))
      text = names[i];
  return text;
}

static gboolean
fail_place (AtlasRowParser   *self,
            guint             column,
            AtlasPlaceResult  result)
{
  const char *quote;

  self->place_text = self->place.fault;
  if (result == ATLAS_PLACE_AMBIGUOUS)
    return fail_ambiguous (self, column);
  quote = atlas_row_parser_quote (self, self->place_text);
  if (result == ATLAS_PLACE_CONTRADICTORY)
    return atlas_row_parser_fail (self, column, ATLAS_REJECT_UNKNOWN_REGION,
                                  _("“%s” does not lie in the division named beside it: correct one of them"), quote);
  return atlas_row_parser_fail (self, column, ATLAS_REJECT_UNKNOWN_REGION,
                                _("“%s” is in no list of divisions: write a code of 6 or 9 digits, or the full name"), quote);
}

/* Below a prefecture without counties its townships come at once: it stands for its county-level division. */
static gboolean
is_county_or_below (const AtlasRegion *region)
{
  return region->level >= ATLAS_REGION_LEVEL_COUNTY || region->n_children == 0 ||
         region->children[0]->level > ATLAS_REGION_LEVEL_COUNTY;
}

/* What a column of this kind can hold, of all divisions. */
static gboolean
check_place (AtlasRowParser *self,
             guint           column)
{
  if (strcmp (self->table->name, "stations") == 0 && !is_county_or_below (self->row.region))
    return atlas_row_parser_fail (self, column, ATLAS_REJECT_UNKNOWN_REGION,
                                  _("“%s” is no place for a station, which lies in a county-level division or below: write "
                                    "the code of that"), self->row.region->name);
  if (strcmp (self->table->name, "figures") == 0 && strcmp (self->place.code, self->row.region->code) != 0)
    return atlas_row_parser_fail (self, column, ATLAS_REJECT_UNKNOWN_REGION,
                                  _("“%s” is in no list of divisions: write a code of 6 or 9 digits, or the full name"),
                                  atlas_row_parser_quote (self, self->place_text));
  return TRUE;
}

gboolean
atlas_value_parse_place (AtlasRowParser     *self,
                         guint               column,
                         const char         *text,
                         AtlasRegisterValue *value)
{
  const char *names[ATLAS_N_PLACES];
  AtlasPlaceResult result;

  for (guint i = 0; i < ATLAS_N_PLACES; i++)
    names[i] = atlas_row_parser_get_text (self, atlas_row_parser_get_cell (self, self->header->places[i]),
                                          self->place_buffers[i]);
  self->place_text = get_place_text (text, names);
  result = atlas_place_finder_find (self->places, text, names, &self->place);
  value->is_missing = result == ATLAS_PLACE_MISSING;
  if (value->is_missing)
    return TRUE;
  if (result != ATLAS_PLACE_READ)
    return fail_place (self, column, result);
  self->n_contradictions += self->place.contradicts;
  if (self->place.filled && self->n_filled++ == 0)
    self->first_filled = self->raw->line;
  self->row.region = self->place.region;
  value->text = self->place.code;
  return check_place (self, column);
}
