package io.storehouse.shop.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Characters of names that people read in more than one way; ICU knows one reading of each. */
final class Polyphones {
    private static final String TABLE = """
            重 zhong chong, 长 chang zhang, 行 xing hang, 乐 le yue, 调 tiao diao, 朝 chao zhao, 厦 sha xia,
            单 dan shan, 曾 ceng zeng, 会 hui kuai, 都 dou du, 大 da dai, 和 he huo, 还 hai huan, 角 jiao jue,
            觉 jue jiao, 壳 ke qiao, 率 lv shuai, 便 bian pian, 强 qiang jiang, 色 se shai, 什 shen shi,
            石 shi dan, 数 shu shuo, 提 ti di, 弹 tan dan, 血 xue xie, 薄 bao bo, 参 can shen, 蛤 ge ha,
            卷 juan quan, 圈 quan juan, 咖 ka ga, 卡 ka qia, 芥 jie gai, 蔓 man wan, 奇 qi ji, 茄 qie jia,
            省 sheng xing, 露 lu lou, 落 luo lao la, 藏 cang zang, 种 zhong chong, 炸 zha, 粘 nian zhan, 系 xi ji,
            校 xiao jiao, 解 jie xie, 柏 bai bo, 扁 bian pian, 差 cha chai, 盛 sheng cheng, 传 chuan zhuan,
            地 di de, 得 de dei, 没 mei mo, 模 mo mu, 胖 pang pan, 塞 sai se, 似 si shi, 宿 su xiu, 尾 wei yi,
            削 xiao xue, 叶 ye xie, 择 ze zhai, 扎 zha za, 轧 zha ya, 番 fan pan, 夹 jia ga, 佛 fo fu, 核 he hu,
            给 gei ji, 熟 shu shou, 尺 chi che, 车 che ju, 朴 pu piao, 仇 chou qiu, 区 qu ou, 查 cha zha,
            瓦 wa, 钥 yao yue, 嚼 jiao jue, 剥 bo bao, 荷 he, 泊 bo po, 绿 lv lu, 六 liu lu, 划 hua, 龟 gui jun qiu
            """;
    /** All readings of a character, by character. */
    static final Map<Integer, List<String>> OTHERS = Stream.of(TABLE.split(","))
            .map(entry -> new ArrayList<>(Arrays.asList(entry.strip().split(" "))))
            .collect(Collectors.toUnmodifiableMap(
                    entry -> entry.get(0).codePointAt(0), entry -> List.copyOf(entry.subList(1, entry.size()))));

    private Polyphones() {}
}
