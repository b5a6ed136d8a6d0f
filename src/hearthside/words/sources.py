"""Where each move stands in the literature: author, year, title, address.

Each address was looked up; what was read of a source is its abstract or an entry
about it, so that a source stands for the notion and not for our wording of it.
"""

from __future__ import annotations

SOURCES = {
    "sanford": (
        "Sanford, K., Soft Emotions. In Encyclopedia of Personality and "
        "Individual Differences (Springer, living edition). "
        "doi:10.1007/978-3-319-28099-8_553-1"
    ),
    "speed": (
        "Speed, B. C., Goldstein, B. L., & Goldfried, M. R. (2018), Assertiveness "
        "Training: A Forgotten Evidence-Based Treatment. Clinical Psychology: "
        "Science and Practice, 25(1), e12216. doi:10.1111/cpsp.12216"
    ),
    "driver": (
        "Driver, J. L., & Gottman, J. M. (2004), Daily Marital Interactions and "
        "Positive Affect During Marital Conflict Among Newlywed Couples. Family "
        "Process, 43(3), 301-314. doi:10.1111/j.1545-5300.2004.00024.x"
    ),
    "schumann": (
        "Schumann, K. (2014), An affirmed self and a better apology: The effect "
        "of self-affirmation on transgressors' responses to victims. Journal of "
        "Experimental Social Psychology, 54, 89-96. "
        "doi:10.1016/j.jesp.2014.04.013"
    ),
    "lewicki": (
        "Lewicki, R. J., Polin, B., & Lount, R. B. (2016), An Exploration of the "
        "Structure of Effective Apologies. Negotiation and Conflict Management "
        "Research, 9(2), 177-196. doi:10.1111/ncmr.12073"
    ),
    "blum_kulka": (
        "Blum-Kulka, S., & Olshtain, E. (1984), Requests and Apologies: A "
        "Cross-Cultural Study of Speech Act Realization Patterns (CCSARP). "
        "Applied Linguistics, 5(3). doi:10.1093/applin/5.3.196"
    ),
    "fehr": (
        "Fehr, R., & Gelfand, M. J. (2010), When apologies work: How matching "
        "apology components to victims' self-construals facilitates forgiveness. "
        "Organizational Behavior and Human Decision Processes, 113(1), 37-50. "
        "doi:10.1016/j.obhdp.2010.04.002"
    ),
    "itzchakov": (
        "Itzchakov, G., Reis, H. T., & Weinstein, N. (2022), How to foster "
        "perceived partner responsiveness: High-quality listening is key. Social "
        "and Personality Psychology Compass, 16(1), e12648. "
        "doi:10.1111/spc3.12648"
    ),
    "kuo": (
        "Kuo, J. R., Fitzpatrick, S., Ip, J., & Uliaszek, A. (2022), The who and "
        "what of validation: an experimental examination of validation and "
        "invalidation of specific emotions and the moderating effect of emotion "
        "dysregulation. Borderline Personality Disorder and Emotion "
        "Dysregulation, 9, 15. doi:10.1186/s40479-022-00185-x"
    ),
    "scher": (
        "Scher, S. J., & Darley, J. M. (1997), How Effective Are the Things "
        "People Say to Apologize? Effects of the Realization of the Apology "
        "Speech Act. Journal of Psycholinguistic Research, 26(1), 127-140. "
        "doi:10.1023/A:1025068306386"
    ),
    "roloff": (
        "Roloff, M. E., & Johnson, D. I., Reintroducing taboo topics: Antecedents "
        "and consequences of putting topics back on the table. "
        "https://edu.alljournals.cn/view_abstract.aspx?aid=15D6DFDD204D0E7D2DE7571013675028&pcid=B5EDD921F3D863E289B22F36E70174A7007B5F5E43D63598017D41BB67247657"
    ),
    "zhang": (
        "Zhang, X. (2018), Social Functions of Conditional Apologies in Business "
        "Communication. International Journal of Applied Linguistics & English "
        "Literature, 7(5). "
        "https://www.journals.aiac.org.au/index.php/IJALEL/article/view/4683"
    ),
    "eisinger": (
        "Eisinger, R. M., The Political Non-Apology. Society, 48(2), 136-141. "
        "doi:10.1007/s12115-010-9409-0"
    ),
    "scott": (
        "Scott, M. B., & Lyman, S. M. (1968), Accounts. American Sociological "
        "Review, 33(1), 46-62. http://www.jstor.org/stable/2092239"
    ),
    "sykes": (
        "Sykes, G. M., & Matza, D. (1957), Techniques of Neutralization: A Theory "
        "of Delinquency. American Sociological Review, 22(6), 664-670. "
        "doi:10.2307/2089195"
    ),
    "harsey": (
        "Harsey, S. J., Zurbriggen, E. L., & Freyd, J. J. (2017), Perpetrator "
        "Responses to Victim Confrontation: DARVO and Victim Self-Blame. Journal "
        "of Aggression, Maltreatment & Trauma, 26(6), 644-663. "
        "doi:10.1080/10926771.2017.1320777"
    ),
    "sweet": (
        "Sweet, P. L. (2019), The Sociology of Gaslighting. American Sociological "
        "Review, 84(5), 851-875. doi:10.1177/0003122419874843"
    ),
    "martinez_diaz": (
        "Martinez-Diaz et al. (2021), Victim's Perspective of Forgiveness Seeking "
        "Behaviors After Transgressions. Frontiers in Psychology, 12. "
        "doi:10.3389/fpsyg.2021.656689"
    ),
    "gottman": (
        "Gottman, J. M. (1993), A theory of marital dissolution and stability. "
        "Journal of Family Psychology, 7(1), 57-75. doi:10.1037/0893-3200.7.1.57"
    ),
    "fischer": (
        "Fischer, A., & Giner-Sorolla, R. (2016), Contempt: Derogating Others "
        "While Keeping Calm. Emotion Review, 8(4), 346-357. "
        "doi:10.1177/1754073915610439"
    ),
    "zielinski": (
        "Zielinski, M. J., & Veilleux, J. C. (2018), The Perceived Invalidation "
        "of Emotion Scale (PIES): Development and psychometric properties of a "
        "novel measure of current emotion invalidation. Psychological Assessment, "
        "30(11), 1454-1467. doi:10.1037/pas0000584"
    ),
    "dutton": (
        "Dutton, M. A., & Goodman, L. A. (2005), Coercion in Intimate Partner "
        "Violence: Toward a New Conceptualization. Sex Roles, 52(11-12), 743-756. "
        "doi:10.1007/s11199-005-4196-6"
    ),
    "christensen": (
        "Christensen, A., & Heavey, C. L. (1990), Gender and social structure in "
        "the demand/withdraw pattern of marital conflict. Journal of Personality "
        "and Social Psychology, 59(1), 73-81. doi:10.1037/0022-3514.59.1.73"
    ),
    "allan": (
        "Allan, S., & Gilbert, P. (1997), Submissive behaviour and "
        "psychopathology. British Journal of Clinical Psychology, 36(4), 467-488. "
        "doi:10.1111/j.2044-8260.1997.tb01255.x"
    ),
    "jack": (
        "Jack, D. C., & Dill, D. (1992), The Silencing the Self Scale: Schemas of "
        "Intimacy Associated With Depression in Women. Psychology of Women "
        "Quarterly, 16(1). doi:10.1111/j.1471-6402.1992.tb00242.x"
    ),
    "gilbert": (
        "Gilbert, P., Clarke, M., Hempel, S., Miles, J. N. V., & Irons, C. "
        "(2004), Criticizing and reassuring oneself: An exploration of forms, "
        "styles and reasons in female students. British Journal of Clinical "
        "Psychology, 43(1), 31-50. doi:10.1348/014466504772812959"
    ),
}
