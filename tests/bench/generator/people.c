/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "people.h"

#include <string.h>

#include "names.h"

#define N_PEOPLE 1160000 /* at scale 1 */

/* Years of the first and second examination up to the last year: 17, from 2008. */
static const guint exam_weights[] = { 20, 36, 6, 10, 16, 20, 26, 30, 38, 47, 62, 72, 98, 110, 135, 165, 180 };
/* Of those who have one, from the lowest. */
static const guint grade_weights[] = { 720, 275, 5 };

static const char *const station_employers[] = { "社工机构", "街道", "乡镇", "社区" };
static const char *const employers[] = {
  "社区", "社工机构", "事业单位", "机关", "群团", "企业", "学校", "医院", "其他",
};
static const guint employer_weights[] = { 42, 18, 14, 8, 6, 4, 3, 2, 3 };

typedef struct {
  CertifiedDates dates;
  Date expires_on;
  const Station *station; /* (nullable) */
  const Division *place;
  const char *employer;
} Person;

/* How many people there are for each township of a province: many in the big cities and on the coast, few in the west. */
static guint
get_density (const char *code)
{
  static const guint8 densities[][2] = {
    { 11, 110 }, { 12, 55 }, { 31, 150 }, { 32, 75 }, { 33, 85 }, { 35, 30 }, { 37, 40 }, { 44, 90 }, { 50, 28 },
    { 46, 15 }, { 54, 2 }, { 62, 9 }, { 63, 7 }, { 64, 14 }, { 65, 9 },
  };
  guint province = (code[0] - '0') * 10 + code[1] - '0';

  for (guint i = 0; i < G_N_ELEMENTS (densities); i++)
    if (densities[i][0] == province)
      return densities[i][1];
  return 20;
}

/* Most registers know only the certificate that is held now, some a date for each grade, and some both. */
static void
fill_cells (CertifiedDates *self,
            const Date      on[N_GRADES],
            Random         *random)
{
  gboolean has_each = random_chance (random, 250);

  if (has_each)
    memcpy (self->on, on, sizeof self->on);
  if (!has_each || random_chance (random, 500))
    self->certified_on = on[self->grade];
}

/* A grade needs the one below it for some years, but many came to the second without the first. */
static void
draw_dates (CertifiedDates *self,
            Random         *random,
            guint           last_year)
{
  guint first_year = last_year + 1 - G_N_ELEMENTS (exam_weights);
  Date on[N_GRADES] = { 0 };
  guint year = first_year + random_pick_weighted (random, exam_weights, G_N_ELEMENTS (exam_weights));

  /* The examination of the third grade began in 2019. */
  if (self->grade == GRADE_SENIOR)
    year = random_between (random, last_year - 5, last_year);
  for (Grade grade = self->grade; grade > GRADE_NONE; grade--)
    {
      on[grade] = date_draw (random, year);
      year -= random_between (random, 3, 8);
      if (year < first_year || (grade == GRADE_INTERMEDIATE && random_chance (random, 400)))
        break;
    }
  fill_cells (self, on, random);
}

/* When the grade was reached that the row names. */
static Date
get_certified_on (const CertifiedDates *self)
{
  return self->certified_on != 0 ? self->certified_on : self->on[self->grade];
}

/* Registration runs three years at a time; some let it lapse, some never registered. */
static Date
draw_expiry (const CertifiedDates *dates,
             Random               *random,
             guint                 last_year)
{
  gboolean lapses = random_chance (random, 120);
  Date expiry = date_add_years (get_certified_on (dates), 3);

  if (random_chance (random, 300))
    return 0;
  while (expiry <= DATE_YEAR_END (last_year) && !(lapses && random_chance (random, 500)))
    expiry = date_add_years (expiry, 3);
  return expiry;
}

/* One that is open, if a few looks find one. */
static const Station *
draw_station (const County *county,
              Random       *random)
{
  for (guint i = 0; i < 4 && county->stations->len > 0; i++)
    {
      guint nth = random_below (random, county->stations->len);
      const Station *station = &g_array_index (county->stations, Station, nth);

      if (station->status == STATUS_OPERATING)
        return station;
    }
  return NULL;
}

static void
draw_place (Person       *self,
            const County *county,
            Random       *random)
{
  self->station = random_chance (random, 600) ? draw_station (county, random) : NULL;
  if (self->station != NULL)
    {
      self->place = self->station->place;
      self->employer = station_employers[random_below (random, G_N_ELEMENTS (station_employers))];
      return;
    }
  self->place = random_chance (random, 700) ? county->division
                                            : &county->townships[random_below (random, county->n_townships)];
  self->employer = employers[random_pick_weighted (random, employer_weights, G_N_ELEMENTS (employers))];
}

static void
draw_person (Person       *self,
             const County *county,
             Random       *random,
             guint         last_year)
{
  if (!random_chance (random, 60))
    {
      self->dates.grade = 1 + random_pick_weighted (random, grade_weights, G_N_ELEMENTS (grade_weights));
      draw_dates (&self->dates, random, last_year);
      self->expires_on = draw_expiry (&self->dates, random, last_year);
    }
  draw_place (self, county, random);
}

/* Sixteen digits: the year, the county, and the number in it. */
static void
put_certificate (const Person   *self,
                 const County   *county,
                 guint           serial,
                 RegisterWriter *writer)
{
  char number[20];

  if (self->dates.grade == GRADE_NONE)
    {
      register_writer_put_nothing (writer);
      return;
    }
  g_snprintf (number, sizeof number, "%04u%s%06u", DATE_YEAR (get_certified_on (&self->dates)),
              county->division->code, serial);
  register_writer_put_text (writer, number);
}

static void
put_station (const Person   *self,
             RegisterWriter *writer)
{
  char id[STATION_ID_SIZE];

  if (self->station == NULL)
    {
      register_writer_put_nothing (writer);
      return;
    }
  station_format_id (self->station, id);
  register_writer_put_text (writer, id);
}

static void
write_person (const Person   *self,
              const County   *county,
              guint           serial,
              Random         *random,
              RegisterWriter *writer)
{
  char text[64];

  g_snprintf (text, sizeof text, "R%s%05u", county->division->code, serial);
  register_writer_put_text (writer, text);
  register_writer_put_text (writer, names_draw_person (random, text, sizeof text));
  register_writer_put_term (writer, &vocabulary_grades[self->dates.grade]);
  put_certificate (self, county, serial, writer);
  register_writer_put_date (writer, self->dates.certified_on);
  register_writer_put_date (writer, self->expires_on);
  for (Grade grade = GRADE_ASSISTANT; grade < N_GRADES; grade++)
    register_writer_put_date (writer, self->dates.on[grade]);
  if (self->dates.grade != GRADE_NONE && random_chance (random, 500))
    register_writer_put_count (writer, random_between (random, 0, 120));
  else
    register_writer_put_nothing (writer);
  put_station (self, writer);
  register_writer_put_division (writer, self->place);
  register_writer_put_text (writer, self->employer);
  register_writer_end_row (writer);
}

static void
write_county (const RegisterTask *task,
              const County       *county,
              guint               n_people)
{
  Random random;

  random_start (&random, task->options->seed, "people", county->division->code);
  register_writer_set_province (task->writer, county->province);
  for (guint serial = 1; serial <= n_people; serial++)
    {
      Person person = { { 0 } };

      draw_person (&person, county, &random, task->options->year);
      expected_add_person (task->expected, county->province, &person.dates);
      write_person (&person, county, serial, &random, task->writer);
    }
}

/* No two counties are alike: from half to one and a half times what its province has. */
static guint
get_weight (const County           *county,
            const GeneratorOptions *options)
{
  Random random;

  random_start (&random, options->seed, "population", county->division->code);
  return county->n_townships * get_density (county->division->code) * random_between (&random, 50, 150);
}

void
people_write (const RegisterTask *task)
{
  GArray *counties = task->country->counties;
  guint n_people = options_scale (task->options, N_PEOPLE);
  guint64 all = 0, before = 0;

  for (guint i = 0; i < counties->len; i++)
    all += get_weight (&g_array_index (counties, County, i), task->options);
  for (guint i = 0; i < counties->len; i++)
    {
      const County *county = &g_array_index (counties, County, i);
      guint weight = get_weight (county, task->options);

      write_county (task, county, country_share (n_people, before, weight, all));
      before += weight;
    }
}
