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
  { "organisations", NC_ ("table", "Organisations") },
  { "projects", NC_ ("table", "Projects") },
  { "training", NC_ ("table", "Training classes") },
  { "posts", NC_ ("table", "Posts") },
  { "policies", NC_ ("table", "Policies and standards") },
  { "incentives", NC_ ("table", "Incentive payments") },
  { "funds", NC_ ("table", "Community funds") },
  { "inspections", NC_ ("table", "Inspections") },
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
  { "org_id", NC_ ("column", "Organisation number") },
  { "org_kind", NC_ ("column", "Kind of organisation") },
  { "registration_type", NC_ ("column", "Registered as") },
  { "registered_on", NC_ ("column", "Registered on") },
  { "incubator", NC_ ("column", "Incubator") },
  { "employees", NC_ ("column", "Employees") },
  { "project_id", NC_ ("column", "Project number") },
  { "project_stage", NC_ ("column", "Stage of the project") },
  { "programme", NC_ ("column", "Programme") },
  { "buyer", NC_ ("column", "Buyer") },
  { "provider", NC_ ("column", "Provider") },
  { "starts_on", NC_ ("column", "Starts on") },
  { "ends_on", NC_ ("column", "Ends on") },
  { "class_id", NC_ ("column", "Class number") },
  { "topic", NC_ ("column", "Topic") },
  { "mode", NC_ ("column", "Mode") },
  { "organiser", NC_ ("column", "Organiser") },
  { "held_on", NC_ ("column", "Held on") },
  { "trainees", NC_ ("column", "Trainees") },
  { "cost_yuan", NC_ ("column", "Cost (yuan)") },
  { "post_id", NC_ ("column", "Post number") },
  { "institution", NC_ ("column", "Institution") },
  { "category", NC_ ("column", "Category of post") },
  { "sector", NC_ ("column", "Sector") },
  { "post_count", NC_ ("column", "Posts") },
  { "filled_count", NC_ ("column", "Filled posts") },
  { "set_up_on", NC_ ("column", "Set up on") },
  { "document_no", NC_ ("column", "Document number") },
  { "document_kind", NC_ ("column", "Kind of document") },
  { "issuer", NC_ ("column", "Issuer") },
  { "subject", NC_ ("column", "Subject") },
  { "joint_issuers", NC_ ("column", "Joint issuers") },
  { "issued_on", NC_ ("column", "Issued on") },
  { "repealed_on", NC_ ("column", "Repealed on") },
  { "batch_id", NC_ ("column", "Batch number") },
  { "payment", NC_ ("column", "Kind of payment") },
  { "recipients", NC_ ("column", "Recipients") },
  { "rate_yuan", NC_ ("column", "Rate (yuan)") },
  { "paid_on", NC_ ("column", "Paid on") },
  { "fund_id", NC_ ("column", "Fund number") },
  { "holder", NC_ ("column", "Set up by") },
  { "manager", NC_ ("column", "Managed by") },
  { "start_up_yuan", NC_ ("column", "Start-up money (yuan)") },
  { "raised_yuan", NC_ ("column", "Raised (yuan)") },
  { "spent_yuan", NC_ ("column", "Spent (yuan)") },
  { "inspected_on", NC_ ("column", "Inspected on") },
  { "score", NC_ ("column", "Score") },
  { "problems", NC_ ("column", "Problems") },
  { "linkage_elements", NC_ ("column", "Linkage elements") },
  { "result", NC_ ("column", "Result") },
  { "inspector", NC_ ("column", "Inspected by") },
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
  { "social_work_org", NC_ ("word", "Social work service organisation") },
  { "community_social_org", NC_ ("word", "Community social organisation") },
  { "org_federation", NC_ ("word", "Federation of community organisations") },
  { "social_work_association", NC_ ("word", "Social work association") },
  { "association", NC_ ("word", "Association") },
  { "private_non_enterprise", NC_ ("word", "Private non-enterprise unit") },
  { "foundation", NC_ ("word", "Foundation") },
  { "tendering", NC_ ("word", "Tendering") },
  { "running", NC_ ("word", "Running") },
  { "completed", NC_ ("word", "Completed") },
  { "terminated", NC_ ("word", "Terminated") },
  { "government_purchase", NC_ ("word", "Government purchase of services") },
  { "three_areas_plan", NC_ ("word", "Three Areas Plan") },
  { "hand_in_hand", NC_ ("word", "Hand-in-Hand Plan") },
  { "double_hundred", NC_ ("word", "Double Hundred Plan") },
  { "five_party_linkage", NC_ ("word", "Five-Party Linkage") },
  { "three_party_linkage", NC_ ("word", "Three-Party Linkage") },
  { "public_welfare_venture", NC_ ("word", "Public welfare venture") },
  { "minor_protection", NC_ ("word", "Protection of minors") },
  { "exam_preparation", NC_ ("word", "Exam preparation") },
  { "social_worker_skills", NC_ ("word", "Social worker skills") },
  { "social_work_in_party_school", NC_ ("word", "Social work in Party schools") },
  { "supervision", NC_ ("word", "Supervision") },
  { "policy_and_law", NC_ ("word", "Policy and law") },
  { "offline", NC_ ("word", "In person") },
  { "online", NC_ ("word", "Online") },
  { "professional_technical", NC_ ("word", "Professional and technical post") },
  { "public_institution", NC_ ("word", "Post in a public institution") },
  { "social_work_org_employed", NC_ ("word", "Employed by a social work organisation") },
  { "township_and_community_hired", NC_ ("word", "Hired by a township or community") },
  { "civil_affairs", NC_ ("word", "Civil affairs") },
  { "education", NC_ ("word", "Education") },
  { "health", NC_ ("word", "Health") },
  { "justice", NC_ ("word", "Justice") },
  { "policy", NC_ ("word", "Policy document") },
  { "standard", NC_ ("word", "Local standard") },
  { "posts", NC_ ("word", "Post development") },
  { "talent", NC_ ("word", "Personnel development") },
  { "rewards", NC_ ("word", "Incentives and pay") },
  { "service_norms", NC_ ("word", "Service norms") },
  { "linkage", NC_ ("word", "Party linkage") },
  { "one_off", NC_ ("word", "One-off incentive") },
  { "allowance", NC_ ("word", "Occupational allowance") },
  { "urban_community", NC_ ("word", "Urban community") },
  { "rural_community", NC_ ("word", "Village") },
  { "township", NC_ ("word", "Township or street") },
  { "excellent", NC_ ("word", "Excellent") },
  { "qualified", NC_ ("word", "Qualified") },
  { "to_rectify", NC_ ("word", "To be rectified") },
  { "unqualified", NC_ ("word", "Not qualified") },
  { "printed", NC_ ("word", "Printed") },
  { "inferred", NC_ ("word", "Inferred") },
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

/* People have a word of their own for it in Chinese, 姓名. */
static gboolean
is_name_of_person (const AtlasColumn *column)
{
  const AtlasTableDefinition *personnel = atlas_table_definition_find ("personnel");

  return strcmp (column->name, "name") == 0 && column >= personnel->columns &&
         column < personnel->columns + personnel->n_columns;
}

/* Elsewhere the key stands for the document, and is shown as its title. */
static gboolean
is_key_of_documents (const AtlasColumn *column)
{
  return column == atlas_table_definition_find ("sources")->columns;
}

const char *
atlas_column_get_title (const AtlasColumn *column)
{
  if (is_name_of_person (column))
    return C_("column of people", "Name");
  if (is_key_of_documents (column))
    return C_("column of documents", "Number");
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
