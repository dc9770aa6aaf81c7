"""Cities and regions well known enough to tell the country: ISO 3166 alpha-2, then their names."""

__all__ = ["PLACES_WITHIN"]

PLACES_WITHIN = """
AE dubai, abu dhabi, sharjah
AR buenos aires, cordoba, rosario, mendoza
AT vienna, wien, graz, linz, salzburg, innsbruck, klagenfurt, tyrol, tirol, styria
AU sydney, melbourne, brisbane, perth, adelaide, canberra, hobart, darwin, gold coast, queensland,
    new south wales, nsw, tasmania, western australia, cairns, geelong
BE brussels, bruxelles, brussel, antwerp, antwerpen, ghent, gent, bruges, leuven, liege, flanders, wallonia
BD dhaka, chittagong
BG sofia, plovdiv, varna
BR sao paulo, rio de janeiro, rio, brasilia, belo horizonte, curitiba, porto alegre, salvador de bahia,
    recife, fortaleza, florianopolis, campinas
CA toronto, montreal, vancouver, ottawa, calgary, edmonton, quebec, winnipeg, hamilton ontario, ontario,
    british columbia, alberta, manitoba, saskatchewan, nova scotia, new brunswick, halifax, mississauga,
    london ontario, kitchener, newfoundland, waterloo ontario, saskatoon
CH zurich, zuerich, geneva, geneve, genf, basel, bern, berne, lausanne, lucerne, luzern, zug, winterthur,
    st gallen, lugano, ticino
CL santiago, santiago de chile, valparaiso
CN beijing, peking, shanghai, shenzhen, guangzhou, hangzhou, chengdu, wuhan, nanjing, tianjin, suzhou,
    xian, chongqing
CO bogota, medellin, barranquilla, cartagena
CR san jose costa rica
CZ prague, praha, prag, brno, ostrava, plzen
DE berlin, munich, munchen, muenchen, hamburg, cologne, koln, koeln, frankfurt, stuttgart, dusseldorf,
    duesseldorf, leipzig, dortmund, essen, bremen, dresden, hanover, hannover, nuremberg, nurnberg,
    nuernberg, bonn, karlsruhe, mannheim, augsburg, bavaria, bayern, saxony, hesse, hessen, nrw,
    baden-wurttemberg, freiburg, heidelberg, munster, aachen, kiel, mainz, bielefeld, potsdam, wolfsburg,
    rostock, kassel, regensburg, ulm, saarbrucken, wurzburg
DK copenhagen, kobenhavn, aarhus, odense, aalborg
EE tallinn, tartu
EG cairo, alexandria egypt, giza
ES madrid, barcelona, valencia, seville, sevilla, bilbao, malaga, zaragoza, catalonia, catalunya,
    andalusia, basque country, mallorca, alicante, canary islands, tenerife, granada, vigo
FI helsinki, espoo, tampere, turku, oulu
FR paris, lyon, marseille, marseilles, toulouse, bordeaux, lille, nice, nantes, strasbourg, montpellier,
    rennes, grenoble, provence, normandy, brittany, alsace, cannes, dijon, metz, rouen
GB london, manchester, birmingham, leeds, glasgow, edinburgh, liverpool, bristol, sheffield, cardiff,
    belfast, newcastle, nottingham, cambridge, oxford, brighton, leicester, aberdeen, reading, southampton
    , portsmouth, york, bath, exeter, norwich, swansea, dundee, coventry, plymouth, milton keynes,
    yorkshire, kent, essex, surrey, sussex, cornwall, devon, lancashire, hull, derby, stoke
GE tbilisi, batumi
GH accra, kumasi
GR athens, athina, thessaloniki, crete, patras
HR zagreb, split, rijeka
HU budapest, debrecen, szeged
ID jakarta, bali, surabaya, bandung
IS reykjavik, akureyri
IE dublin, cork, galway, limerick
IL tel aviv, jerusalem, haifa
IN mumbai, bombay, delhi, new delhi, bangalore, bengaluru, chennai, madras, hyderabad, kolkata, calcutta,
    pune, ahmedabad, gurgaon, gurugram, noida, jaipur, kerala, kochi, tamil nadu, maharashtra, karnataka,
    gujarat, goa, punjab india, chandigarh, lucknow, indore, coimbatore
IT rome, roma, milan, milano, naples, napoli, turin, torino, florence, firenze, bologna, venice, venezia,
    verona, genoa, genova, palermo, sicily, sardinia, tuscany, lombardy, bari, padua, padova, trieste,
    bergamo, modena, parma
JP tokyo, osaka, kyoto, yokohama, nagoya, sapporo, fukuoka, kobe, 東京, 大阪
KE nairobi, mombasa
KR seoul, busan, incheon
LB beirut
LK colombo
LT vilnius, kaunas
LV riga
MA casablanca, rabat, marrakech, marrakesh, tangier
MT valletta
MX mexico city, ciudad de mexico, cdmx, guadalajara, monterrey, tijuana, puebla, cancun, queretaro
MY kuala lumpur, kl, penang, johor bahru
NG lagos, abuja, ibadan, port harcourt
NL amsterdam, rotterdam, the hague, den haag, utrecht, eindhoven, groningen, maastricht, delft, leiden,
    arnhem, breda, tilburg, nijmegen, haarlem, almere
NO oslo, bergen, trondheim, stavanger
NZ auckland, wellington, christchurch, dunedin, hamilton new zealand, queenstown
PE lima, arequipa
PH manila, cebu, quezon city, makati, davao
PK karachi, lahore, islamabad, rawalpindi
PL warsaw, warszawa, krakow, cracow, gdansk, wroclaw, poznan, lodz, katowice, lublin, szczecin
PT lisbon, lisboa, porto, braga, coimbra, algarve, faro
QA doha
RO bucharest, bucuresti, cluj, cluj-napoca, timisoara, iasi
RS belgrade, beograd, novi sad
RU moscow, moskva, saint petersburg, st petersburg, novosibirsk, москва
SA riyadh, jeddah, dammam
SE stockholm, gothenburg, goteborg, malmo, uppsala, lund, linkoping
SI ljubljana, maribor
SK bratislava, kosice
TH bangkok, phuket, chiang mai
TR istanbul, ankara, izmir, antalya, bursa
TW taipei, kaohsiung
TZ dar es salaam
UA kyiv, kiev, lviv, odessa, odesa, kharkiv, київ
UG kampala
US new york, nyc, new york city, ny, brooklyn, manhattan, los angeles, l.a., chicago, houston, phoenix,
    philadelphia, philly, san antonio, san diego, dallas, san jose, austin, san francisco, sf, silicon
    valley, bay area, the bay area, seattle, denver, boston, washington dc, washington d.c., dc,
    washington, atlanta, miami, detroit, portland, las vegas, vegas, nashville, minneapolis, charlotte,
    columbus, cleveland, pittsburgh, tampa, orlando, baltimore, salt lake city, kansas city, st louis,
    new orleans, cincinnati, milwaukee, raleigh, sacramento, indianapolis, honolulu, boise, tulsa,
    omaha, albuquerque, tucson, memphis, louisville, richmond, buffalo, jacksonville, fort worth,
    oakland, palo alto, mountain view, cali, tx, nj, atlanta georgia, paris texas, cambridge ma,
    cambridge massachusetts, midwest, new england, socal
VN hanoi, ho chi minh city, saigon, hcmc, da nang
ZA johannesburg, joburg, jozi, cape town, durban, pretoria, stellenbosch, gauteng, western cape
"""
