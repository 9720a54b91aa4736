/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/templates/certified-text.h"

#include <glib/gi18n.h>

#include "reports/sentences.h"

static const AtlasObservation *
find (AtlasTable        *table,
      const AtlasRegion *region)
{
  return region != NULL ? atlas_table_find (table, region->code, 0, NULL) : NULL;
}

/* How the share stands against that of REFERENCE, or NULL. */
static char *
dup_difference (const AtlasSubject *self,
                AtlasTable         *share,
                const AtlasRegion  *reference,
                const char         *name)
{
  if (reference == NULL)
    return NULL;
  return atlas_clause_difference (find (share, self->region), find (share, reference), name);
}

/* "持证率约58.1%（2022年）": with its period where that is not the one of the number told before. */
static char *
dup_rate (const AtlasObservation *share,
          const char             *told)
{
  g_autofree char *rate = atlas_clause_rate (share);
  g_autofree char *period = atlas_clause_period (share, told);

  return rate != NULL ? g_strconcat (rate, period, NULL) : NULL;
}

void
atlas_subject_append_certified (AtlasSubject *self,
                                GString      *text,
                                AtlasTable   *certified,
                                AtlasTable   *share,
                                AtlasTable   *trend)
{
  const AtlasObservation *now = find (certified, self->region);
  const AtlasObservation *before = atlas_subject_find_before (trend, now);
  const AtlasObservation *whole = find (certified, self->parent);
  g_autofree char *change =
    before != NULL ? atlas_clause_change (now, before, atlas_table_get_unit (trend)) : NULL;
  g_autofree char *part =
    whole != NULL ? atlas_clause_part_of (self->builder->catalogue, now, whole, self->parent_name) : NULL;
  g_autofree char *rate = dup_rate (find (share, self->region), now->period);
  g_autofree char *above = dup_difference (self, share, self->parent, self->parent_name);
  g_autofree char *nation =
    self->parent != self->nation ? dup_difference (self, share, self->nation, self->nation_name) : NULL;
  const char *clauses[] = { change, part, rate, above, nation };
  const AtlasObservation *bases[] = {
    change != NULL ? before : NULL,
    part != NULL ? whole : NULL,
    rate != NULL ? find (share, self->region) : NULL,
    above != NULL ? find (share, self->parent) : NULL,
    nation != NULL ? find (share, self->nation) : NULL,
  };

  atlas_subject_append (self, text, now, clauses, G_N_ELEMENTS (clauses), bases, G_N_ELEMENTS (bases));
}

void
atlas_subject_append_grades (AtlasSubject *self,
                             GString      *text,
                             AtlasTable   *grades)
{
  g_autofree char *parts = atlas_clause_parts (grades, self->region, self->told_period);
  g_autofree char *citation = atlas_report_builder_cite_region (self->builder, grades, self->region);
  g_autofree char *clause =
    parts != NULL ? g_strdup_printf (_("In %1$s there are %2$s"), self->name, parts) : NULL;
  g_autofree char *sentence = atlas_sentence_make ((const char *const[]) { clause }, 1, citation);

  atlas_sentence_append (text, sentence);
  for (guint i = 0; i < atlas_table_get_n_rows (grades); i++)
    if (!atlas_observation_is_missing (atlas_table_get_row (grades, i)))
      self->told_period = atlas_table_get_row (grades, i)->period;
}
