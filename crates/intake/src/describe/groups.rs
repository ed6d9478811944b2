//! Groups in whose name States speak, as six languages call them.

use std::sync::LazyLock;

use super::lexicon::Lexicon;

/// A group by its English name; the European Union by the name under which it takes part in treaties.
pub(super) static GROUPS: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    Lexicon::new(&[
        (
            "european union;the eu and its member states;eu and its member states;eu;union européenne;ue;unión europea;\
             европейский союз;европейского союза;европейским союзом;европейскому союзу;欧洲联盟;欧盟;الاتحاد الأوروبي",
            "European Union",
        ),
        (
            "non aligned movement;movement of non aligned countries;nam;group of non aligned states parties;\
             group of the non aligned movement and other states;mouvement des pays non alignés;mouvement des non alignés;\
             movimiento de países no alineados;movimiento de los países no alineados;движение неприсоединения;\
             движения неприсоединения;движению неприсоединения;不结盟运动;حركة عدم الانحياز;حركة بلدان عدم الانحياز",
            "Non-Aligned Movement",
        ),
        (
            "arab group;groupe arabe;groupe des états arabes;grupo árabe;арабская группа;арабской группы;арабской группе;阿拉伯集团;المجموعة العربية",
            "Arab Group",
        ),
        (
            "league of arab states;ligue des états arabes;liga de los estados árabes;лига арабских государств;лиги арабских государств;阿拉伯国家联盟;جامعة الدول العربية",
            "League of Arab States",
        ),
        (
            "african group;african states;groupe africain;groupe des états d afrique;grupo africano;grupo de estados de áfrica;африканская группа;африканской группы;африканской группе;非洲集团;非洲国家集团;المجموعة الأفريقية",
            "African Group",
        ),
        (
            "african union;union africaine;unión africana;африканский союз;африканского союза;非洲联盟;الاتحاد الأفريقي",
            "African Union",
        ),
        (
            "association of southeast asian nations;association of south east asian nations;asean;anase;asociación de naciones de asia sudoriental;асеан;东南亚国家联盟;东盟",
            "Association of Southeast Asian Nations",
        ),
        (
            "caribbean community;caricom;communauté des caraïbes;comunidad del caribe",
            "Caribbean Community",
        ),
        (
            "pacific islands forum;pacific small island developing states;pacific island states",
            "Pacific Islands Forum",
        ),
        (
            "new agenda coalition;coalition pour un nouvel ordre du jour;coalición para el nuevo programa;коалиция за новую повестку дня;新议程联盟",
            "New Agenda Coalition",
        ),
        (
            "non proliferation and disarmament initiative;npdi;initiative sur la non prolifération et le désarmement;iniciativa de no proliferación y desarme",
            "Non-Proliferation and Disarmament Initiative",
        ),
        (
            "stockholm initiative;stockholm initiative for nuclear disarmament",
            "Stockholm Initiative",
        ),
        (
            "vienna group of ten;groupe de vienne des dix;grupo de los diez de viena",
            "Vienna Group of Ten",
        ),
        (
            "group of 21;g21;groupe des 21;grupo de los 21",
            "Group of 21",
        ),
        (
            "group of 77 and china;groupe des 77 et la chine;grupo de los 77 y china;группа 77 и китай;77国集团",
            "Group of 77",
        ),
        (
            "community of latin american and caribbean states;celac;comunidad de estados latinoamericanos y caribeños",
            "Community of Latin American and Caribbean States",
        ),
        (
            "mercosur;southern common market;mercado común del sur",
            "Mercosur",
        ),
        (
            "nordic countries;nordic states;pays nordiques;países nórdicos",
            "Nordic countries",
        ),
        ("baltic states;pays baltes", "Baltic States"),
        (
            "gulf cooperation council;cooperation council for the arab states of the gulf;مجلس التعاون لدول الخليج العربية",
            "Gulf Cooperation Council",
        ),
        (
            "collective security treaty organization;организация договора о коллективной безопасности;организации договора о коллективной безопасности",
            "Collective Security Treaty Organization",
        ),
    ])
});
