/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "names.h"

/* In the order of how many people bear them; the first ones come most often. */
static const char *const surnames[] = {
  "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗",
  "郑", "梁", "谢", "宋", "唐", "许", "韩", "邓", "冯", "曹", "彭", "曾", "肖", "田", "董", "潘", "袁", "蔡", "蒋", "余",
  "于", "杜", "叶", "程", "魏", "苏", "吕", "丁", "任", "卢", "姚", "沈", "钟", "姜", "崔", "谭", "陆", "范", "汪", "廖",
  "石", "金", "韦", "贾", "夏", "付", "方", "邹", "熊", "白", "孟", "秦", "邱", "侯", "江", "尹", "薛", "闫", "段", "雷",
  "欧阳", "上官", "司马", "诸葛",
};

static const char *const given[] = {
  "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀", "霞", "平",
  "刚", "桂", "英", "华", "玉", "兰", "红", "梅", "鑫", "婷", "雪", "琳", "晨", "宇", "浩", "凯", "欣", "怡", "佳", "雨",
  "梓", "涵", "子", "轩", "文", "博", "志", "建", "国", "海", "燕", "春", "晓", "东", "慧", "颖", "倩", "莉", "宁", "蕾",
  "云", "龙", "飞", "翔", "鹏", "思", "远", "嘉", "俊", "峰", "斌", "波", "辉", "健", "永", "康", "瑞", "祥", "淑", "珍",
  /* Rare ones, which need four bytes in UTF-8 or GB18030: they must come through every stage whole. */
  "䶮", "𬭎", "㛃", "𫍯",
};

static const char *const minority[] = {
  "买买提·艾力", "阿依古丽·吐尔逊", "扎西次仁", "卓玛央金", "巴特尔", "其其格", "古丽娜尔·阿不都", "尼玛多吉",
};

static const char *const organisation_words[] = {
  "阳光", "和谐", "同心", "仁爱", "启明", "众益", "乐善", "暖心", "携手", "晨曦", "惠民", "春晖", "益家", "心桥", "扶助",
};

static const char *const organisation_forms[] = {
  "社会工作服务中心", "社工服务中心", "社会工作发展中心", "公益服务中心",
};

const char *
names_draw_person (Random *random,
                   char   *buffer,
                   gsize   size)
{
  /* Of two draws the lower: the first surnames are the most frequent ones. */
  guint surname = random_below (random, G_N_ELEMENTS (surnames));
  guint other = random_below (random, G_N_ELEMENTS (surnames));
  const char *second = "";

  if (random_chance (random, 8))
    return minority[random_below (random, G_N_ELEMENTS (minority))];
  if (random_chance (random, 750))
    second = given[random_below (random, G_N_ELEMENTS (given))];
  g_snprintf (buffer, size, "%s%s%s", surnames[MIN (surname, other)],
              given[random_below (random, G_N_ELEMENTS (given))], second);
  return buffer;
}

const char *
names_draw_organisation (Random     *random,
                         const char *region_name,
                         char       *buffer,
                         gsize       size)
{
  const char *word = organisation_words[random_below (random, G_N_ELEMENTS (organisation_words))];
  const char *form = organisation_forms[random_below (random, G_N_ELEMENTS (organisation_forms))];

  g_snprintf (buffer, size, "%s%s%s", region_name, word, form);
  return buffer;
}
