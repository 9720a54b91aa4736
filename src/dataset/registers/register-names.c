/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/register-names.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  const char *id;
  const char *title;
} Title;

static const Title tables[] = {
  { "stations", NC_ ("table", "Stations") },
  { "personnel", NC_ ("table", "Personnel") },
  { "funding", NC_ ("table", "Funding") },
  { "services", NC_ ("table", "Services") },
  { "figures", NC_ ("table", "Published figures") },
  { "sources", NC_ ("table", "Sources") },
};

static const Title columns[] = {
  { "station_id", NC_ ("column", "Station number") },
  { "name", NC_ ("column", "Name") },
  { "tier", NC_ ("column", "Tier") },
  { "region_code", NC_ ("column", "Division code") },
  { "status", NC_ ("column", "Status") },
  { "opened_on", NC_ ("column", "Opened on") },
  { "closed_on", NC_ ("column", "Closed on") },
  { "operator", NC_ ("column", "Operated by") },
  { "staff_count", NC_ ("column", "Staff") },
  { "person_id", NC_ ("column", "Person number") },
  { "grade", NC_ ("column", "Grade") },
  { "certificate_no", NC_ ("column", "Certificate number") },
  { "certified_on", NC_ ("column", "Certified on") },
  { "registration_expires_on", NC_ ("column", "Registration valid until") },
  { "assistant_on", NC_ ("column", "Assistant since") },
  { "intermediate_on", NC_ ("column", "Intermediate since") },
  { "senior_on", NC_ ("column", "Senior since") },
  { "education_hours", NC_ ("column", "Hours of continuing education") },
  { "employer_kind", NC_ ("column", "Kind of employer") },
  { "year", NC_ ("column", "Year") },
  { "month", NC_ ("column", "Month") },
  { "entry_id", NC_ ("column", "Entry number") },
  { "source", NC_ ("column", "Source of funds") },
  { "purpose", NC_ ("column", "Purpose") },
  { "amount_yuan", NC_ ("column", "Amount (yuan)") },
  { "stage", NC_ ("column", "Stage of funds") },
  { "kind", NC_ ("column", "Kind") },
  { "count", NC_ ("column", "Times") },
  { "person_times", NC_ ("column", "Person-times") },
  { "figure_id", NC_ ("column", "Figure") },
  { "source_id", NC_ ("column", "Document") },
  { "indicator_id", NC_ ("column", "Indicator") },
  { "dimensions", NC_ ("column", "Break-down") },
  { "value", NC_ ("column", "Value") },
  { "qualifier", NC_ ("column", "Qualifier") },
  { "unit", NC_ ("column", "Unit") },
  { "period", NC_ ("column", "Period") },
  { "as_of", NC_ ("column", "As of") },
  { "as_of_basis", NC_ ("column", "Basis of the date") },
  { "printed", NC_ ("column", "As printed") },
  { "note", NC_ ("column", "Note") },
  { "title", NC_ ("column", "Title") },
  { "publisher", NC_ ("column", "Publisher") },
  { "published_on", NC_ ("column", "Published on") },
  { "address", NC_ ("column", "Address") },
};

static const Title words[] = {
  { "county_centre", NC_ ("word", "County guidance centre") },
  { "township_station", NC_ ("word", "Township station") },
  { "community_room", NC_ ("word", "Community room") },
  { "planned", NC_ ("word", "Planned") },
  { "building", NC_ ("word", "Under construction") },
  { "operating", NC_ ("word", "Operating") },
  { "closed", NC_ ("word", "Closed") },
  { "none", NC_ ("word", "No certificate") },
  { "assistant", NC_ ("word", "Assistant social worker") },
  { "intermediate", NC_ ("word", "Social worker (intermediate)") },
  { "senior", NC_ ("word", "Senior social worker") },
  { "central", NC_ ("word", "Central government") },
  { "provincial", NC_ ("word", "Provincial government") },
  { "prefectural", NC_ ("word", "Prefectural government") },
  { "county", NC_ ("word", "County government") },
  { "welfare_lottery", NC_ ("word", "Welfare lottery fund") },
  { "charity", NC_ ("word", "Charity") },
  { "other", NC_ ("word", "Other") },
  { "station_building", NC_ ("word", "Station building") },
  { "service_purchase", NC_ ("word", "Service purchase") },
  { "training", NC_ ("word", "Training") },
  { "incentives", NC_ ("word", "Certificate incentives") },
  { "stipends", NC_ ("word", "Occupational allowances") },
  { "incubation", NC_ ("word", "Incubation") },
  { "community_fund", NC_ ("word", "Community funds") },
  { "budgeted", NC_ ("word", "Budgeted") },
  { "allocated", NC_ ("word", "Allocated") },
  { "spent", NC_ ("word", "Spent") },
  { "household_visit", NC_ ("word", "Household visit") },
  { "case", NC_ ("word", "Individual case") },
  { "group", NC_ ("word", "Group work") },
  { "community_activity", NC_ ("word", "Community activity") },
  { "volunteer", NC_ ("word", "Volunteer service") },
};

static const char *
find_title (const Title *titles,
            guint        n_titles,
            const char  *context,
            const char  *id)
{
  for (guint i = 0; i < n_titles; i++)
    if (strcmp (titles[i].id, id) == 0)
      return g_dpgettext2 (NULL, context, titles[i].title);
  return id;
}

const char *
atlas_table_get_title (const AtlasTableDefinition *table)
{
  return find_title (tables, G_N_ELEMENTS (tables), "table", table->name);
}

const char *
atlas_column_get_title (const AtlasColumn *column)
{
  return find_title (columns, G_N_ELEMENTS (columns), "column", column->name);
}

const char *
atlas_word_get_title (const AtlasColumn *column,
                      const char        *word)
{
  if (column->kind != ATLAS_COLUMN_ENUM)
    return word;
  return find_title (words, G_N_ELEMENTS (words), "word", word);
}
