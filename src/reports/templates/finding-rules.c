/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/templates/finding-rules.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct {
  const char *rule;
  const char *name;
  const char *meaning;
} rules[] = {
  { "grade-sum", N_("Grades and their total"),
    N_("The three grades of certified social workers are set against the total of the same document.") },
  { "child-above-parent", N_("A part above the whole"),
    N_("The figure of a division is set against that of the division it lies in.") },
  { "children-sum", N_("Divisions and their sum"),
    N_("The figures of all divisions below are added up and set against that of the whole.") },
  { "certified-above-workers", N_("More certified than there are"),
    N_("Certified social workers are set against all social work professionals.") },
  { "incentive-recipients", N_("Rewards and certificates"),
    N_("Those who were rewarded for a certificate are set against those who hold one.") },
  { "incentive-money", N_("Rewards and their rates"),
    N_("The money paid for certificates is set against what the rates make for those who received it.") },
  { "stations-above-divisions", N_("More stations than divisions"),
    N_("Stations of a tier are set against the divisions that they serve.") },
  { "planned-and-built", N_("Planned and built at once"),
    N_("A document is not to call the same stations both planned and operating.") },
  { "claimed-coverage", N_("Claimed coverage"),
    N_("A claimed coverage is set against the number of stations and the list of divisions.") },
  { "sources-disagree", N_("Documents that disagree"),
    N_("Figures of several documents for the same thing and time are set against each other, beyond what “about” and “at "
       "least” leave open.") },
  { "derived-value", N_("Printed rates"), N_("A printed rate is set against what its formula gives.") },
  { "station-staff", N_("Staff and people at stations"),
    N_("The staff that stations say they have is set against the people who say that they are at a station.") },
  { "register-against-published", N_("Registers and documents"),
    N_("What a register counts is set against what documents print.") },
};

const char *
atlas_finding_rule_get_name (const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].rule, rule) == 0)
      return _(rules[i].name);
  return rule;
}

const char *
atlas_finding_rule_get_meaning (const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].rule, rule) == 0)
      return _(rules[i].meaning);
  return "";
}
