/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/chinese-marks.h"

static void
test_widen (void)
{
  static const char *const cases[][2] = {
    { "银川市第七次全国人口普查公报(第二号)", "银川市第七次全国人口普查公报（第二号）" },
    { "盐池县(维基百科镜像,引〈资料—2020〉)", "盐池县（维基百科镜像，引〈资料—2020〉）" },
    { "宁夏:5年内达1.5万(实施意见)", "宁夏：5年内达1.5万（实施意见）" },
    { "eco-boda.com(镜像站点)", "eco-boda.com（镜像站点）" },
    { "中新网(TellerReport英译)", "中新网（TellerReport英译）" },
    { "报道(2011-2012)", "报道（2011-2012）" },
    { "统计局(A(县)网)", "统计局（A（县）网）" },
    { "Xinhua (China Daily)", "Xinhua (China Daily)" },
    { "China: 1,385 workers; f(x)", "China: 1,385 workers; f(x)" },
    { "中国(未完", "中国(未完" },
    { ")中(", ")中(" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *widened = atlas_chinese_marks_widen (cases[i][0]);

      g_assert_cmpstr (widened, ==, cases[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chinese-marks/widen", test_widen);
  return g_test_run ();
}
