/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/row-counts.h"

#include <string.h>

/* For so many words less one is there room in a column, and for more to come. */
#define ROOM 16

#define NONE ATLAS_NO_COLUMN
#define UNDIVIDED { NONE, NONE }, { NULL, NULL }
#define BY(column, dimension) { column, NONE }, { dimension, NULL }
#define ROWS_OF(table, number) { table, number, "", FALSE, UNDIVIDED, NONE, NULL, NONE, NONE, NONE }

/* A table's stand together and ascend. The numbers are those of dataset files, so nothing here is ever moved. */
const AtlasRowCount atlas_row_counts[] = {
  { "organisations", 2304, "social_work_orgs", TRUE, UNDIVIDED, ATLAS_ORG_KIND, "social_work_org", NONE,
    ATLAS_ORG_REGISTERED_ON, ATLAS_ORG_CLOSED_ON },
  { "organisations", 2305, "org_federations", TRUE, UNDIVIDED, ATLAS_ORG_KIND, "org_federation", NONE,
    ATLAS_ORG_REGISTERED_ON, ATLAS_ORG_CLOSED_ON },
  { "organisations", 2306, "social_work_associations", TRUE, UNDIVIDED, ATLAS_ORG_KIND, "social_work_association", NONE,
    ATLAS_ORG_REGISTERED_ON, ATLAS_ORG_CLOSED_ON },
  { "organisations", 2307, "incubator_residents", TRUE, UNDIVIDED, ATLAS_ORG_INCUBATOR, NULL, NONE,
    ATLAS_ORG_REGISTERED_ON, ATLAS_ORG_CLOSED_ON },
  { "organisations", 2308, "community_social_orgs", FALSE, UNDIVIDED, ATLAS_ORG_KIND, "community_social_org", NONE,
    ATLAS_ORG_REGISTERED_ON, NONE },
  ROWS_OF ("organisations", 2309),
  { "organisations", 2320, "registered_social_orgs", TRUE, BY (ATLAS_ORG_REGISTRATION_TYPE, "type"),
    ATLAS_ORG_REGISTRATION_TYPE, NULL, NONE, ATLAS_ORG_REGISTERED_ON, ATLAS_ORG_CLOSED_ON },
  { "projects", 2336, "service_projects", FALSE, BY (ATLAS_PROJECT_PROGRAMME, "programme"), ATLAS_PROJECT_STAGE,
    "running completed", NONE, NONE, NONE },
  { "training", 2352, "training_classes", FALSE, BY (ATLAS_TRAINING_TOPIC, "topic"), NONE, NULL, NONE, NONE, NONE },
  { "training", 2368, "trainee_person_times", FALSE, BY (ATLAS_TRAINING_TOPIC, "topic"), NONE, NULL,
    ATLAS_TRAINING_TRAINEES, NONE, NONE },
  { "policies", 2384, "policy_documents", FALSE, UNDIVIDED, ATLAS_POLICY_KIND, "policy", NONE, NONE, NONE },
  { "policies", 2385, "local_standards", FALSE, UNDIVIDED, ATLAS_POLICY_KIND, "standard", NONE, NONE, NONE },
  { "incentives", 2400, "incentive_recipients", FALSE, BY (ATLAS_INCENTIVE_GRADE, "grade"), ATLAS_INCENTIVE_PAYMENT,
    "one_off", ATLAS_INCENTIVE_RECIPIENTS, NONE, NONE },
  { "funds", 2416, "community_funds", TRUE, BY (ATLAS_FUND_HOLDER, "holder"), NONE, NULL, NONE, ATLAS_FUND_SET_UP_ON,
    ATLAS_FUND_CLOSED_ON },
  ROWS_OF ("funds", 2432),
  { "posts", 2448, "social_work_posts", TRUE, { ATLAS_POST_CATEGORY, ATLAS_POST_SECTOR }, { "category", "sector" }, NONE,
    NULL, ATLAS_POST_COUNT, ATLAS_POST_SET_UP_ON, ATLAS_POST_CLOSED_ON },
  ROWS_OF ("posts", 2704),
  { "posts", 2705, "filled_posts", TRUE, UNDIVIDED, NONE, NULL, ATLAS_POST_FILLED, ATLAS_POST_SET_UP_ON,
    ATLAS_POST_CLOSED_ON },
  { "inspections", 2896, "station_inspections", FALSE, BY (ATLAS_INSPECTION_RESULT, "result"), NONE, NULL, NONE,
    ATLAS_INSPECTION_ON, NONE },
  { "inspections", 2912, "inspection_problems", FALSE, UNDIVIDED, ATLAS_INSPECTION_PROBLEMS, NULL,
    ATLAS_INSPECTION_PROBLEMS, ATLAS_INSPECTION_ON, NONE },
  { "inspections", 2913, "linkage_elements", FALSE, UNDIVIDED, ATLAS_INSPECTION_ELEMENTS, NULL, ATLAS_INSPECTION_ELEMENTS,
    ATLAS_INSPECTION_ON, NONE },
  { "inspections", 2914, "linkage_inspections", FALSE, UNDIVIDED, ATLAS_INSPECTION_ELEMENTS, NULL, NONE,
    ATLAS_INSPECTION_ON, NONE },
};

const guint atlas_n_row_counts = G_N_ELEMENTS (atlas_row_counts);

const AtlasDistinctCount atlas_distinct_counts[] = {
  { { "projects", 3072, "contracted_orgs", FALSE, BY (ATLAS_PROJECT_PROGRAMME, "programme"), ATLAS_PROJECT_STAGE,
      "running completed", NONE, NONE, NONE }, ATLAS_PROJECT_PROVIDER, 2336 },
  { { "posts", 3088, "post_setting_institutions", TRUE, BY (ATLAS_POST_SECTOR, "sector"), ATLAS_POST_CATEGORY,
      "public_institution", NONE, ATLAS_POST_SET_UP_ON, ATLAS_POST_CLOSED_ON }, ATLAS_POST_INSTITUTION, 2448 + 2 * ROOM },
};

const guint atlas_n_distinct_counts = G_N_ELEMENTS (atlas_distinct_counts);

/* The first of its series is of all rows. */
static gboolean
is_named_by (const AtlasDistinctCount *count,
             guint                     place,
             guint                     number)
{
  return place == 0 ? number >= count->rows && number < count->rows + ROOM : number == count->rows + place;
}

gboolean
atlas_distinct_is_named_by (const guint8 *wanted,
                            guint         number)
{
  for (guint i = 0; i < atlas_n_distinct_counts; i++)
    for (guint place = 0; place < ROOM; place++)
      if (wanted[atlas_distinct_counts[i].count.first + place] != 0 && is_named_by (&atlas_distinct_counts[i], place, number))
        return TRUE;
  return FALSE;
}

guint
atlas_row_count_get_series (const AtlasRowCount *self,
                            int                  place,
                            int                  second_place)
{
  if (self->columns[0] == NONE)
    return self->first;
  if (self->columns[1] == NONE)
    return self->first + (guint) (place + 1);
  return self->first + (guint) (place + 1) * ROOM + (guint) (second_place + 1);
}
