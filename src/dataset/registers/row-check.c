/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/register-names.h"
#include "dataset/registers/row-parser-private.h"

/* Whether LATER is before EARLIER as far as both are known: 2023 is not before 2023-05. */
static gboolean
is_before (const AtlasRegisterValue *later,
           const AtlasRegisterValue *earlier)
{
  return !later->is_missing && !earlier->is_missing &&
         strncmp (later->text, earlier->text, MIN (strlen (later->text), strlen (earlier->text))) < 0;
}

static gboolean
check_order (AtlasRowParser *self,
             guint           later,
             guint           earlier)
{
  const AtlasRegisterValue *values = self->row.values;

  if (!is_before (&values[later], &values[earlier]))
    return TRUE;
  return atlas_row_parser_fail (self, later, ATLAS_REJECT_DATE_ORDER,
                                /* Translators: a column and its date, another one and its date */
                                _("“%s” %s is before “%s” %s: correct one of them"),
                                atlas_column_get_title (&self->table->columns[later]), values[later].text,
                                atlas_column_get_title (&self->table->columns[earlier]), values[earlier].text);
}

/* Nobody registers before the first certificate; a later one may follow when a registration has run out. */
static guint
find_first_certificate (const AtlasRegisterValue *values)
{
  static const guint grades[] = { ATLAS_PERSON_ASSISTANT_ON, ATLAS_PERSON_INTERMEDIATE_ON, ATLAS_PERSON_SENIOR_ON };
  guint first = grades[0];

  for (guint i = 1; i < G_N_ELEMENTS (grades); i++)
    if (values[first].is_missing || is_before (&values[grades[i]], &values[first]))
      first = grades[i];
  return first;
}

/* Of each table the column of a date that cannot be before another one's. */
static const struct { const char *table; guint later, earlier; } orders[] = {
  { "stations", ATLAS_STATION_CLOSED_ON, ATLAS_STATION_OPENED_ON },
  { "personnel", ATLAS_PERSON_EXPIRES_ON, ATLAS_PERSON_CERTIFIED_ON },
  { "organisations", ATLAS_ORG_CLOSED_ON, ATLAS_ORG_REGISTERED_ON },
  { "projects", ATLAS_PROJECT_ENDS_ON, ATLAS_PROJECT_STARTS_ON },
  { "posts", ATLAS_POST_CLOSED_ON, ATLAS_POST_SET_UP_ON },
  { "policies", ATLAS_POLICY_REPEALED_ON, ATLAS_POLICY_ISSUED_ON },
  { "funds", ATLAS_FUND_CLOSED_ON, ATLAS_FUND_SET_UP_ON },
};

gboolean
atlas_row_parser_check (AtlasRowParser *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (strcmp (orders[i].table, self->table->name) == 0 && !check_order (self, orders[i].later, orders[i].earlier))
      return FALSE;
  return strcmp (self->table->name, "personnel") != 0 ||
         check_order (self, ATLAS_PERSON_EXPIRES_ON, find_first_certificate (self->row.values));
}
