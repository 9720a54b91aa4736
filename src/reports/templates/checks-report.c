/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/checks.h"
#include "indicators/number-format.h"
#include "reports/template-private.h"
#include "reports/templates/finding-rules.h"

/* More of one rule are told division by division: a report on the nation is no list of what is wrong in each county. */
#define MAX_FINDINGS 60

/* Findings of one rule and severity. */
typedef struct {
  const char *rule;
  guint counts[ATLAS_SEVERITY_WARNING + 1];
} Rule;

typedef struct {
  AtlasReportBuilder *builder;
  const AtlasRegion *region;
  GPtrArray *findings; /* (element-type AtlasFinding): within the region, none of later years */
  GArray *rules;       /* (element-type Rule): in the order in which they are told */
} Checks;

static Rule *
find_rule (Checks     *self,
           const char *name)
{
  for (guint i = 0; i < self->rules->len; i++)
    if (strcmp (g_array_index (self->rules, Rule, i).rule, name) == 0)
      return &g_array_index (self->rules, Rule, i);
  g_array_append_val (self->rules, ((Rule) { .rule = name }));
  return &g_array_index (self->rules, Rule, self->rules->len - 1);
}

static gboolean
collect (Checks  *self,
         GError **error)
{
  self->findings = atlas_checks_run (self->builder->dataset, self->builder->catalogue, self->region, error);
  if (self->findings == NULL)
    return FALSE;
  for (guint i = self->findings->len; i-- > 0;)
    if (atlas_report_builder_is_later (self->builder, g_ptr_array_index (self->findings, i)))
      g_ptr_array_remove_index (self->findings, i);
  for (guint i = 0; i < self->findings->len; i++)
    {
      const AtlasFinding *finding = g_ptr_array_index (self->findings, i);

      find_rule (self, finding->rule)->counts[finding->severity]++;
    }
  return TRUE;
}

static guint
count (Checks        *self,
       AtlasSeverity  severity)
{
  guint n = 0;

  for (guint i = 0; i < self->rules->len; i++)
    n += g_array_index (self->rules, Rule, i).counts[severity];
  return n;
}

static guint
count_regions (Checks *self)
{
  g_autoptr (GHashTable) regions = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->findings->len; i++)
    g_hash_table_add (regions, (gpointer) ((const AtlasFinding *) g_ptr_array_index (self->findings, i))->region);
  return g_hash_table_size (regions);
}

static void
add_count_row (AtlasReportTable *table,
               const char       *name,
               guint             n_warnings,
               guint             n_notices)
{
  const guint numbers[] = { n_warnings, n_notices, n_warnings + n_notices };

  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, name);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = atlas_format_cell (numbers[i], NULL, ATLAS_SCALE_ONE);

      atlas_report_table_add_cell (table, text);
    }
}

static AtlasReportTable *
make_count_table (Checks *self)
{
  AtlasReportTable *table = atlas_report_table_new (_("Findings by rule"), NULL);

  atlas_report_table_add_column (table, _("Rule"), FALSE);
  atlas_report_table_add_column (table, _("Contradictions"), TRUE);
  atlas_report_table_add_column (table, _("Notices"), TRUE);
  atlas_report_table_add_column (table, _("Together"), TRUE);
  for (guint i = 0; i < self->rules->len; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, i);

      add_count_row (table, atlas_finding_rule_get_name (rule->rule), rule->counts[ATLAS_SEVERITY_WARNING],
                     rule->counts[ATLAS_SEVERITY_NOTICE]);
    }
  add_count_row (table, _("All rules"), count (self, ATLAS_SEVERITY_WARNING), count (self, ATLAS_SEVERITY_NOTICE));
  table->note = g_strdup (_("Contradictions: figures that cannot all be right. Notices: what is worth knowing, such "
                            "as a claim that the numbers do not quite bear out."));
  return table;
}

static void
add_summary (AtlasReportBuilder  *builder,
             gpointer             state,
             GError             **error)
{
  Checks *self = state;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_warnings = count (self, ATLAS_SEVERITY_WARNING), n_notices = count (self, ATLAS_SEVERITY_NOTICE);
  guint n_regions = count_regions (self);
  g_autofree char *warning_count = atlas_format_cell (n_warnings, NULL, ATLAS_SCALE_ONE);
  g_autofree char *notice_count = atlas_format_cell (n_notices, NULL, ATLAS_SCALE_ONE);
  g_autofree char *region_count = atlas_format_cell (n_regions, NULL, ATLAS_SCALE_ONE);
  g_autofree char *warnings =
    g_strdup_printf (ngettext ("%s contradiction", "%s contradictions", n_warnings), warning_count);
  g_autofree char *notices = g_strdup_printf (ngettext ("%s notice", "%s notices", n_notices), notice_count);
  g_autofree char *regions = g_strdup_printf (ngettext ("%s division", "%s divisions", n_regions), region_count);

  atlas_report_add_heading (builder->report, 1, _("Summary"));
  if (self->findings->len == 0)
    {
      g_autofree char *none = g_strdup_printf (_("In %s and the divisions below, the checks find nothing."),
                                               atlas_region_get_display_name (self->region));

      atlas_report_add_paragraph (builder->report, none);
      return;
    }
  /* Translators: region, then “3 contradictions”, “5 notices”, “4 divisions” */
  g_string_append_printf (text, _("In %1$s and the divisions below, the checks find %2$s and %3$s in %4$s."),
                          atlas_region_get_display_name (self->region), warnings, notices, regions);
  atlas_report_builder_add_paragraph (builder, text, 0, 1);
  atlas_report_add_table (builder->report, make_count_table (self));
}

/* The division right below the report's region that REGION is or lies in, or the region itself. */
static const AtlasRegion *
find_division (Checks            *self,
               const AtlasRegion *region)
{
  while (region != self->region && region->parent != self->region && region->parent != NULL)
    region = region->parent;
  return region;
}

/* (element-type AtlasFinding) (transfer container) */
static GPtrArray *
list_findings (Checks        *self,
               const char    *rule,
               AtlasSeverity  severity)
{
  GPtrArray *findings = g_ptr_array_new ();

  for (guint i = 0; i < self->findings->len; i++)
    {
      AtlasFinding *finding = g_ptr_array_index (self->findings, i);

      if (finding->severity == severity && strcmp (finding->rule, rule) == 0)
        g_ptr_array_add (findings, finding);
    }
  return findings;
}

static AtlasReportTable *
make_table (Checks     *self,
            const char *rule,
            GPtrArray  *findings)
{
  AtlasReportTable *table = atlas_report_builder_new_finding_table (atlas_finding_rule_get_name (rule), TRUE);

  for (guint i = 0; i < findings->len; i++)
    atlas_report_builder_add_finding (self->builder, table, g_ptr_array_index (findings, i), TRUE);
  atlas_report_builder_finish_finding_table (table);
  return table;
}

/* A row for each division below: how many findings there are, in how many divisions, and the first of them. FINDINGS come in the order
 * of the codes of their divisions. */
static AtlasReportTable *
make_table_by_division (Checks     *self,
                        const char *rule,
                        GPtrArray  *findings)
{
  AtlasReportTable *table = atlas_report_table_new (atlas_finding_rule_get_name (rule), NULL);

  atlas_report_table_add_column (table, _("Region"), FALSE);
  atlas_report_table_add_column (table, C_("column", "Findings"), TRUE);
  atlas_report_table_add_column (table, C_("column", "First of them"), FALSE);
  for (guint first = 0, end; first < findings->len; first = end)
    {
      const AtlasFinding *finding = g_ptr_array_index (findings, first);
      const AtlasRegion *division = find_division (self, finding->region);
      g_autofree char *number = NULL, *example = NULL;

      for (end = first + 1; end < findings->len; end++)
        if (find_division (self, ((const AtlasFinding *) g_ptr_array_index (findings, end))->region) != division)
          break;
      number = atlas_format_cell (end - first, NULL, ATLAS_SCALE_ONE);
      example = g_strdup_printf (C_("finding", "%1$s: %2$s"), atlas_report_builder_get_name (self->builder, finding->region),
                                 finding->message);
      atlas_report_table_add_row (table);
      atlas_report_table_add_cell (table, atlas_report_builder_get_name (self->builder, division));
      atlas_report_table_add_cell (table, number);
      atlas_report_table_add_cell (table, example);
    }
  table->note = g_strdup (_("The reports on the checks of the divisions have all findings."));
  return table;
}

static void
add_rule (Checks        *self,
          const char    *rule,
          AtlasSeverity  severity)
{
  g_autoptr (GPtrArray) findings = list_findings (self, rule, severity);
  g_autoptr (GString) text = g_string_new (atlas_finding_rule_get_meaning (rule));
  gboolean is_whole = findings->len <= MAX_FINDINGS || self->region->level >= ATLAS_REGION_LEVEL_COUNTY;
  AtlasReportTable *table =
    is_whole ? make_table (self, rule, findings) : make_table_by_division (self, rule, findings);

  atlas_report_add_heading (self->builder->report, 2, atlas_finding_rule_get_name (rule));
  atlas_report_builder_add_paragraph (self->builder, text, 0, 1);
  atlas_report_add_table (self->builder->report, table);
}

static void
add_severity (Checks        *self,
              AtlasSeverity  severity,
              const char    *title)
{
  if (count (self, severity) == 0)
    return;
  atlas_report_add_heading (self->builder->report, 1, title);
  for (guint i = 0; i < self->rules->len; i++)
    if (g_array_index (self->rules, Rule, i).counts[severity] > 0)
      add_rule (self, g_array_index (self->rules, Rule, i).rule, severity);
}

static void
add_contradictions (AtlasReportBuilder  *builder,
                    gpointer             state,
                    GError             **error)
{
  add_severity (state, ATLAS_SEVERITY_WARNING, _("Contradictions"));
}

static void
add_notices (AtlasReportBuilder  *builder,
             gpointer             state,
             GError             **error)
{
  add_severity (state, ATLAS_SEVERITY_NOTICE, _("Notices"));
}

static gboolean
start (AtlasReportBuilder  *builder,
       gpointer             state,
       GError             **error)
{
  Checks *self = state;
  g_autofree char *title = NULL;

  self->builder = builder;
  self->region = g_ptr_array_index (builder->regions, 0);
  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  if (!collect (self, error))
    return FALSE;
  title = g_strdup_printf (_("Social work figures in %s:\nchecks"), atlas_region_get_display_name (self->region));
  atlas_report_builder_begin (builder, title, _("What in the figures contradicts itself"));
  return TRUE;
}

static void
clear (gpointer state)
{
  Checks *self = state;

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_array_unref (self->rules);
}

static const AtlasReportSection sections[] = {
  { "cover", N_("Cover"), ATLAS_SECTION_OPENING, atlas_report_builder_add_long_cover },
  { "contents", N_("Contents"), ATLAS_SECTION_OPENING, atlas_report_builder_add_contents },
  { "summary", N_("Summary"), 0, add_summary },
  { "contradictions", N_("Contradictions"), 0, add_contradictions },
  { "notices", N_("Notices"), 0, add_notices },
  { "sources", N_("List of sources"), ATLAS_SECTION_CLOSING | ATLAS_SECTION_ALWAYS, atlas_report_builder_add_sources },
};

const AtlasTemplate atlas_template_checks = {
  "checks", N_("Checks of the figures"), 1, 1, sizeof (Checks), start, clear, 0, sections, G_N_ELEMENTS (sections),
};
