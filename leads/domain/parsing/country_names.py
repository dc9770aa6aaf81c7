"""What countries and their people are called: ISO 3166 alpha-2, names, then "~" and demonyms."""

__all__ = ["COUNTRY_NAMES"]

COUNTRY_NAMES = """
AD andorra ~ andorran
AE united arab emirates, uae, u.a.e., emirates, the emirates ~ emirati
AF afghanistan ~ afghan
AG antigua and barbuda, antigua ~ antiguan
AI anguilla
AL albania, shqiperia ~ albanian
AM armenia, hayastan ~ armenian
AO angola ~ angolan
AQ antarctica
AR argentina, argentinien ~ argentine, argentinian
AS american samoa
AT austria, osterreich, oesterreich, autriche ~ austrian
AU australia, oz, aus, straya, australien, down under ~ australian, aussie
AW aruba
AX aland islands, aland
AZ azerbaijan, azerbaidjan ~ azerbaijani, azeri
BA bosnia and herzegovina, bosnia, bosna, bih, bosnia & herzegovina ~ bosnian
BB barbados ~ barbadian
BD bangladesh ~ bangladeshi
BE belgium, belgique, belgie, belgien, belgica ~ belgian
BF burkina faso ~ burkinabe
BG bulgaria, balgariya, bulgarien ~ bulgarian
BH bahrain ~ bahraini
BI burundi ~ burundian
BJ benin ~ beninese
BL saint barthelemy, st barts
BM bermuda ~ bermudian
BN brunei, brunei darussalam ~ bruneian
BO bolivia ~ bolivian
BQ bonaire, caribbean netherlands
BR brazil, brasil, brasilien, bresil ~ brazilian
BS bahamas, the bahamas ~ bahamian
BT bhutan ~ bhutanese
BV bouvet island
BW botswana ~ botswanan
BY belarus, byelorussia, weissrussland ~ belarusian, belarussian
BZ belize ~ belizean
CA canada, kanada ~ canadian
CC cocos islands
CD democratic republic of the congo, dr congo, drc, congo kinshasa, democratic republic of congo
CF central african republic
CG congo, republic of the congo, congo brazzaville ~ congolese
CH switzerland, schweiz, die schweiz, suisse, la suisse, svizzera, suiza, swiss confederation ~ swiss
CI ivory coast, cote d'ivoire, cote divoire ~ ivorian
CK cook islands
CL chile, chili ~ chilean
CM cameroon, cameroun ~ cameroonian
CN china, prc, peoples republic of china, mainland china, zhongguo, 中国, 中國 ~ chinese
CO colombia, columbia ~ colombian
CR costa rica ~ costa rican
CU cuba ~ cuban
CV cape verde, cabo verde ~ cape verdean
CW curacao
CX christmas island
CY cyprus, kypros ~ cypriot
CZ czech republic, czechia, cesko, ceska republika, tschechien, the czech republic ~ czech
DE germany, deutschland, brd, allemagne, alemania, germania, duitsland, niemcy, alemanha, tyskland,
    федеративная республика германия, германия, almanya ~ german
DJ djibouti
DK denmark, danmark, danemark, dinamarca ~ danish, dane
DM dominica
DO dominican republic, republica dominicana ~ dominican
DZ algeria, algerie ~ algerian
EC ecuador ~ ecuadorian
EE estonia, eesti, estland ~ estonian
EG egypt, misr, agypten, egypte ~ egyptian
EH western sahara
ER eritrea ~ eritrean
ES spain, espana, spanien, espagne, spagna, espanha, spanje, hiszpania ~ spanish, spaniard
ET ethiopia ~ ethiopian
FI finland, suomi, finnland ~ finnish, finn
FJ fiji ~ fijian
FK falkland islands, falklands
FM micronesia
FO faroe islands, faroes
FR france, frankreich, la france, francia, frankrijk, franca, франция ~ french
GA gabon ~ gabonese
GB united kingdom, uk, u.k., the uk, great britain, britain, gb, england, scotland, wales,
    northern ireland, grossbritannien, royaume-uni, reino unido, blighty, verenigd koninkrijk, angleterre
    , inghilterra, inglaterra ~ british, english, scottish, welsh, brit, scots
GD grenada
GE georgia, republic of georgia, sakartvelo ~ georgian
GF french guiana
GG guernsey
GH ghana ~ ghanaian
GI gibraltar
GL greenland
GM gambia, the gambia ~ gambian
GN guinea, guinee
GP guadeloupe
GQ equatorial guinea
GR ελλαδα, greece, hellas, ellada, griechenland, grece, grecia ~ greek
GS south georgia
GT guatemala ~ guatemalan
GU guam
GW guinea-bissau, guinea bissau
GY guyana ~ guyanese
HK hong kong, hongkong, hk, 香港 ~ hong konger
HM heard island
HN honduras ~ honduran
HR croatia, hrvatska, kroatien, croatie ~ croatian
HT haiti ~ haitian
HU hungary, magyarorszag, ungarn, hongrie ~ hungarian
ID indonesia, indonesien ~ indonesian
IE ireland, eire, republic of ireland, irland, irlande, irlanda ~ irish
IL israel ~ israeli
IM isle of man
IN india, bharat, indien, hindustan, inde, भारत ~ indian
IO british indian ocean territory
IQ iraq, irak ~ iraqi
IR iran, persia ~ iranian, persian
IS iceland, island, islande ~ icelandic
IT italy, italia, italien, italie, wlochy, италия ~ italian
JE jersey
JM jamaica ~ jamaican
JO jordan ~ jordanian
JP japan, nippon, nihon, japon, 日本 ~ japanese
KE kenya, kenia ~ kenyan
KG kyrgyzstan ~ kyrgyz
KH cambodia, kampuchea ~ cambodian
KI kiribati
KM comoros
KN saint kitts and nevis, st kitts
KP north korea, dprk
KR south korea, korea, republic of korea, rok, s korea, sudkorea, 한국, 대한민국 ~ korean, south korean
KW kuwait ~ kuwaiti
KY cayman islands, the caymans, caymans
KZ kazakhstan, kasachstan ~ kazakh
LA laos ~ laotian, lao
LB lebanon, liban, libanon ~ lebanese
LC saint lucia, st lucia
LI liechtenstein
LK sri lanka ~ sri lankan
LR liberia ~ liberian
LS lesotho
LT lithuania, lietuva, litauen ~ lithuanian
LU luxembourg, luxemburg, letzebuerg ~ luxembourgish
LV latvia, latvija, lettland ~ latvian
LY libya ~ libyan
MA morocco, maroc, marokko, maghrib, marruecos ~ moroccan
MC monaco ~ monegasque
MD moldova ~ moldovan
ME montenegro, crna gora ~ montenegrin
MF saint martin
MG madagascar ~ malagasy
MH marshall islands
MK north macedonia, macedonia, makedonija ~ macedonian
ML mali ~ malian
MM myanmar, burma ~ burmese
MN mongolia ~ mongolian
MO macau, macao
MP northern mariana islands
MQ martinique
MR mauritania
MS montserrat
MT malta ~ maltese
MU mauritius ~ mauritian
MV maldives, the maldives ~ maldivian
MW malawi ~ malawian
MX mexico, mexiko, mexique, mejico ~ mexican
MY malaysia ~ malaysian
MZ mozambique, mocambique ~ mozambican
NA namibia ~ namibian
NC new caledonia
NE niger
NF norfolk island
NG nigeria, naija ~ nigerian
NI nicaragua ~ nicaraguan
NL netherlands, the netherlands, holland, nederland, niederlande, pays-bas, pays bas, paises bajos,
    die niederlande, olanda ~ dutch
NO norway, norge, norwegen, norvege, noruega ~ norwegian
NP nepal ~ nepali, nepalese
NR nauru
NU niue
NZ new zealand, nz, n.z., aotearoa, neuseeland, kiwiland ~ new zealander, kiwi
OM oman ~ omani
PA panama ~ panamanian
PE peru ~ peruvian
PF french polynesia, tahiti
PG papua new guinea, png
PH philippines, the philippines, pilipinas, phillipines, philippinen ~ filipino, philippine
PK pakistan ~ pakistani
PL poland, polska, polen, pologne, polonia ~ polish
PM saint pierre and miquelon
PN pitcairn
PR puerto rico ~ puerto rican
PS palestine ~ palestinian
PT portugal ~ portuguese
PW palau
PY paraguay ~ paraguayan
QA qatar, katar ~ qatari
RE reunion, la reunion
RO romania, rumania, rumanien, roumanie ~ romanian
RS serbia, srbija, serbien ~ serbian
RU russia, russian federation, rossiya, russland, russie, rusia, россия, рф ~ russian
RW rwanda ~ rwandan
SA saudi arabia, saudi, ksa, kingdom of saudi arabia ~ saudi arabian
SB solomon islands
SC seychelles
SD sudan ~ sudanese
SE sweden, sverige, schweden, suede, suecia, svezia ~ swedish, swede
SG singapore, singapur, sg ~ singaporean
SH saint helena
SI slovenia, slovenija, slowenien ~ slovenian, slovene
SJ svalbard
SK slovakia, slovensko, slovak republic, slowakei ~ slovak, slovakian
SL sierra leone
SM san marino
SN senegal ~ senegalese
SO somalia ~ somali
SR suriname
SS south sudan
ST sao tome and principe, sao tome
SV el salvador ~ salvadoran, salvadorian
SX sint maarten
SY syria, syrien ~ syrian
SZ eswatini, swaziland
TC turks and caicos
TD chad, tchad ~ chadian
TF french southern territories
TG togo ~ togolese
TH thailand, siam, ประเทศไทย ~ thai
TJ tajikistan ~ tajik
TK tokelau
TL timor-leste, east timor
TM turkmenistan ~ turkmen
TN tunisia, tunisie ~ tunisian
TO tonga ~ tongan
TR turkey, turkiye, turkei, turquie, turquia ~ turkish
TT trinidad and tobago, trinidad ~ trinidadian
TV tuvalu
TW taiwan, republic of china, 台灣, 台湾 ~ taiwanese
TZ tanzania ~ tanzanian
UA ukraine, ukraina, україна, украина ~ ukrainian
UG uganda ~ ugandan
UM us minor outlying islands
US united states, united states of america, usa, u.s.a., us of a, u.s., the us, the states, america,
    the usa, stateside, murica, unites states, vereinigte staaten, etats-unis, estados unidos, eeuu, сша,
    美国, verenigde staten, stati uniti, uncle sam, us and a ~ american
UY uruguay ~ uruguayan
UZ uzbekistan ~ uzbek
VA vatican, vatican city, holy see
VC saint vincent and the grenadines, st vincent
VE venezuela ~ venezuelan
VG british virgin islands, bvi
VI us virgin islands
VN vietnam, viet nam ~ vietnamese
VU vanuatu
WF wallis and futuna
WS samoa ~ samoan
XK kosovo ~ kosovar
YE yemen ~ yemeni
YT mayotte
ZA south africa, rsa, sa south africa, sudafrika, s africa, mzansi, suid-afrika ~ south african
ZM zambia ~ zambian
ZW zimbabwe ~ zimbabwean
"""
