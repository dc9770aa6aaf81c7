"""The industries we tell apart, and the words people use for them."""

__all__ = ["INDUSTRY_WORDS"]

INDUSTRY_WORDS = """
software: game developer, app developers, software developers, web developer, web dev, web developers,
    software, app developer, software developer, software development, saas, it, i.t., information
    technology, tech, technology, it services, it consulting, it support, app development, apps, mobile
    apps, web development, cybersecurity, cyber security, infosec, ai, artificial intelligence, machine
    learning, data analytics, cloud, cloud services, hosting, web hosting, devops, computer games, gaming,
    game development, games, video games, programming, computers, internet, web design, digital products,
    developer tools, msp, managed services, big data, robotics software, sotware, softwear, game studio,
    gamedev, game dev, web apps, web agency software, mobile app, app studio, dev shop, software house,
    software engineering, computing, informatique, informatica, informatik, it-dienstleister, edv,
    oprogramowanie, programvara, systems integration, system integrator, platform as a service, paas, data
    science, big tech, ict
finance: asset mgmt, wealth mgmt, investment mgmt,
    debt collection, collections agency, factoring, lend, lends, lend money, lenders, lender,
    finance, financial services, financial, fintech, bank, banks, banking, payments, investment,
    investments, investing, asset management, wealth management, private equity, venture capital, vc,
    hedge fund, accounting, accountancy, bookkeeping, tax, taxes, tax advisory, audit, auditing, lending,
    loans, mortgage, mortgages, credit, credit union, crypto, cryptocurrency, blockchain, trading,
    brokerage, stock trading, capital markets, leasing, finances, banque, banca, banco, finanzas,
    finanzen, finanza, finanse, accountants, steuerberatung, steuerberater, comptabilite, contabilidad,
    wirtschaftspruefung, payment, insolvency, pensions, pension fund, financial advice, financial
    advisory, financial planning, stockbroking, forex, fund, funds, investment bank, savings bank,
    building society, bookkeepers, payroll
insurance: insurance, insurances, insurer, insurtech, reinsurance, insurance broker, insurance brokerage,
    assurance, versicherung, insurrance, insurence, insure, insures, insuring, underwriting, underwriter,
    underwriters, seguros, assurances, versicherungen, assicurazioni, verzekeringen, ubezpieczenia,
    insurance company, insurance agency, actuarial, seguro
healthcare: osteopathy, osteopath, acupuncture, podiatry, midwifery, nurses, zorgsector, pflegedienst,
    healthcare, health care, health, medical, medicine, hospital, hospitals, clinic, clinics, dental,
    dentistry, dentist, dentists, nursing, nursing homes, care homes, elderly care, home care,
    physiotherapy, veterinary, vet, vets, healthtech, health tech, medtech, medical devices, medical
    technology, telemedicine, mental health, therapy, doctors, doctor's office, medical practice,
    optician, wellness, fitness, gym, gyms, helthcare, healthcar, sante, salud, gesundheit,
    gesundheitswesen, sanita, zdrowie, sluzba zdrowia, zorg, vard, krankenhaus, clinique, clinica, pflege,
    hospice, doctor, gp practice, gp surgery, surgery, ambulance, orthodontics, orthodontist,
    chiropractor, chiropractic, physio, psychology, psychotherapy, dermatology, radiology, paediatrics,
    pediatrics, care home, nursing home, home health, senior care, patients
pharma: drug manufacturer, drug maker, medicine manufacturer, pharma, pharmaceutical, pharmaceuticals,
    biotech, biotechnology, life sciences, life science, drug development, drugs, clinical trials,
    clinical research, pharmacy, pharmacies, pharmacutical, pharmacie, farmacia, farma, apotheke,
    vaccines, biologics, medicines, cro, generics, drug discovery
manufacturing: boat building, boats, shipyard, shipyards, fabricate, fabrication of, garment exports,
    textile exports, manufacturing, manufacturer, manufacture, factory, factories, industrial, machinery,
    machines, machine building, mechanical engineering, engineering, electronics, semiconductors,
    semiconductor, chemicals, chemical, steel, metal, metalwork, metal working, plastics, packaging,
    textiles, textile, furniture, furniture making, paper, production, industrial equipment, electrical
    engineering, robotics, automation, tooling, machining, aerospace, aviation manufacturing, defense,
    defence, toys, shipbuilding, 3d printing, hardware, maschinenbau, glass, ceramics, manufaturing,
    manufactoring, industrial automation, medical device manufacturing, welding, mfg, mfr, manuf,
    produktion, fertigung, herstellung, industrie, industria, produccion, fabrication, fabricacion,
    produzione, produkcja, maschinen, anlagenbau, metallbau, valves, pumps, engines, tool making, foundry,
    castings, injection moulding, injection molding, moulding, sheet metal, machine shop, machine tools,
    fasteners, bearings, cables, sensors, circuit boards, paint, coatings, paper mill, mill, sawmill, tyre
    maker, instruments, appliances, printers, assembly, cnc, turbines, boilers, ropes, woodwork,
    woodworking
retail: ropa, roupa, vetements, kleidung, moda, abbigliamento, giyim,
    watches, jewels, handbags, commerce de gros, commerce, garments, grosshandel, retail, retailer,
    retailing, shop, shops, store, stores, supermarket, supermarkets, grocery, groceries, fashion,
    apparel, clothing, clothes, shoes, footwear, jewelry, jewellery, cosmetics, beauty, hair salon, salon,
    consumer goods, fmcg, cpg, wholesale, wholesaler, trade, boutique, bookstore, books, sporting goods,
    pet shop, florist, flowers, convenience store, department store, luxury goods, einzelhandel, commerce
    de detail, detailhandel, einzelhaendler, commercio, comercio minorista, handel, sklep, tienda, laden,
    boutiques, high street, corner shop, off licence, liquor store, hardware store, garden centre, garden
    center, diy store, department stores, franchise stores, toy store, toy shop, furniture store, mall,
    shopping centre, shopping center, opticians chain, eyewear, perfumes, sneakers, bikes
e-commerce: e-commerce, ecommerce, e commerce, online shop, online store, online retail, webshop, web
    shop, web store, online sales, online shopping, online retailer, online retailers, dropshipping, drop
    shipping, marketplace, online marketplace, amazon seller, d2c, dtc, shopify store, online business,
    ecomm, e-comerce, ecomerce, e-com, ecom, e-tail, etail, online seller, sell online, selling online,
    web sales, internet shop, internet store, online fashion, online boutique, etsy shop, etsy, amazon
    fba, amazon store, ebay, onlinehandel, onlineshop, vente en ligne, comercio electronico, shopify,
    webstore, mail order
logistics: bus operator, bus, buses, logistics, logistic, transport, transportation, trucking, haulage,
    freight, freight forwarding, forwarding, shipping, shipment, supply chain, warehousing, warehouse,
    warehouses, courier, couriers, delivery, parcel, parcels, last mile, 3pl, 4pl, fleet, distribution,
    distributor, moving company, moving, removals, spedition, logisitics, logstics, logistik, rail,
    railways, ports, cargo, postal, logistica, logistique, transports, transporte, trasporti, spedizioni,
    lorries, trucks, truckers, haulier, hauliers, movers, freight broker, freight brokerage, customs,
    customs brokerage, container shipping, fulfilment, fulfillment, storage, cold storage, self storage,
    couriering, dispatch, ferry, ferries, taxi, taxis, bus company, coaches, spedycja, vrachtwagens, akeri
construction: kitchens, baugewerbe, bouwbedrijf, windows, construction, builder, builders, building,
    contractor, general contractor, civil engineering, roofing, plumbing, plumber, plumbers, electrician,
    electricians, carpentry, architecture, architects, architect, hvac, building materials,
    infrastructure, home improvement, renovation, renovations, landscaping, concrete, scaffolding,
    painting, painters, interior design, interiors, heating, surveying, trades, tradesmen, bau,
    constuction, contruction, btp, baubranche, bauunternehmen, hochbau, tiefbau, batiment, construccion,
    costruzioni, edilizia, budownictwo, bouw, bygg, houses, house building, housebuilding, homebuilder,
    homebuilders, build houses, build homes, bricklaying, masonry, plastering, flooring, kitchens and
    bathrooms, windows and doors, glazing, fencing, paving, demolition, excavation, groundworks, plumbing
    and heating, joinery, joiners, roofers, roofs, tiling, tilers, decorators, civil works, roads,
    bridges, remodeling, remodelling, contractors, quantity surveying, fit out, fit-out
real estate: accommodation, student accommodation, real estate, realestate, property, properties, property
    management, realtor, realtors, estate agent, estate agents, estate agency, letting, lettings, housing,
    proptech, facility management, facilities management, facilities, coworking, co-working, commercial
    property, property development, immobilien, realty, rentals, real est, immobilier, immobiliaria,
    inmobiliaria, immobiliare, nieruchomosci, vastgoed, makler, estate, estates, landlords, apartments,
    flats, rental, renting, condos, brokers of homes, surveyors, property investment, property developer,
    reit, student housing, co-living, coliving, holiday lets, office space
education: train nurses, train people, education, educational, edtech, ed tech, e-learning, elearning,
    school, schools, university, universities, college, colleges, training, tutoring, teaching, academia,
    higher education, kindergarten, daycare, childcare, child care, nursery, language school, driving
    school, coaching school, online courses, courses, learning, academic, educaton, corporate training,
    edu, schule, schulen, bildung, ecole, formation, educacion, educazione, scuola, edukacja, onderwijs,
    utbildning, teachers, teach, teaches, teaching people, tutors, academy, academies, exam prep, test
    prep, preschool, nurseries, montessori, high school, primary school, secondary school, community
    college, polytechnic, business school, bootcamp, driving lessons, language courses, music school,
    dance school, coaching for exams
public sector: department of transport, department of, ministry of, public sector, government, govt,
    public administration, municipality, municipal, city council, council, local government, federal,
    civil service, military, army, police, public service, public services, ministry, state agency, fire
    department, town hall, county, goverment, city administration, public authority, embassy, gov, govt
    agency, public office, behoerde, verwaltung, oeffentlicher dienst, secteur public, sector publico,
    pubblica amministrazione, ayuntamiento, mairie, gemeinde, gmina, overheid, kommun, state government,
    county council, city, city hall, department of health, department of education, tax office, customs
    office, prison, prisons, courts, court, fire service, fire brigade, national park, parliament, navy,
    air force, borough council, health authority, water board
non-profit: non-profit, nonprofit, non profit, not for profit, not-for-profit, charity, charities, ngo,
    ngos, foundation, church, churches, association, associations, social services, social work,
    humanitarian, trade union, union, religious, charitable, social enterprise, aid, community
    organisation, community organization, food bank, npo, 501c3, verein, gemeinnuetzig, association loi
    1901, ong, onlus, stowarzyszenie, stichting, charitable trust, relief, animal shelter, animal rescue,
    homeless shelter, shelter, mosque, synagogue, temple, parish, ministry of faith, volunteers, club,
    sports club, conservation, human rights, advocacy, think tank
media: media, publishing, publisher, newspaper, newspapers, news, magazine, magazines, journalism,
    television, tv, film, films, movies, video, video production, music, entertainment, radio,
    broadcasting, podcasts, podcasting, photography, streaming, printing, print, press, animation, content
    creation, theatre, theater, art, arts, culture, museum, museums, record label, sports, sport, medien,
    medias, medios, verlag, edition, prensa, presse, editoria, wydawnictwo, book publishing, books
    publishing, bookselling, radio station, tv station, tv channel, film production, film studio,
    production company, podcast, games publishing, esports, gallery, art gallery, orchestra, opera,
    concerts, festivals, ticketing, music label, stock photos, comics, newsletters, blog, blogs, youtube,
    creators
marketing & advertising: marketing & advertising, marketing and advertising, marketing, advertising, ads,
    ad agency, adtech, martech, pr, public relations, branding, digital marketing, digital agency,
    marketing agency, seo, social media, creative agency, design agency, design, graphic design,
    communications, market research, events, event management, event planning, trade shows, promotion,
    lead generation, advertizing, web agency, influencer marketing, copywriting, mktg, publicidad,
    publicite, werbung, werbeagentur, pubblicita, reklama, reclame, ad tech, media buying, media agency,
    ppc, performance marketing, content marketing, email marketing, brand agency, market researchers,
    sponsorship, promotional products, signage, sign making, billboards, out of home, pr agency, pr firm,
    event agency, web design agency, growth agency, telemarketing
consulting: mgmt consulting, private security, security services, security guards, facility mgmt, consultora,
    consultoria, consulenza, beratung, unternehmensberatung,
    consulting, consultancy, consultant, consultants, advisory, management consulting,
    professional services, business services, strategy consulting, business consulting, coaching,
    recruiting, recruitment, staffing, hr, human resources, headhunting, temp agency, outsourcing, bpo,
    call center, call centre, hr services, translation, translations, translation services, consultation,
    personnel services, environmental consulting, engineering consulting, beratung, unternehmensberatung,
    conseil, consultoria, consulenza, doradztwo, advies, advisors, advisers, recruiters, recruitment
    agency, staffing agency, headhunters, executive search, temping, interpreters, interpreting,
    facilitation, change management, sustainability consulting, safety consulting, business process
    outsourcing, answering service, virtual assistants
legal: legal, law, law firm, lawyer, lawyers, attorney, attorneys, solicitor, solicitors, legal services,
    legaltech, legal tech, notary, notaries, kanzlei, patents, intellectual property, litigation,
    barristers, juridique, legale, recht, rechtsanwalt, rechtsanwaelte, anwalt, abogados, avocats,
    avvocati, advocaten, prawo, adwokat, notaire, notaria, notariat, conveyancing, law office, law
    practice, barrister, chambers, patent attorneys, trademark, immigration law, paralegals, compliance
    services
hospitality: hospitality, hotel, hotels, hostel, hostels, restaurant, restaurants, cafe, cafes, bar, bars,
    pub, pubs, catering, gastronomy, gastro, horeca, nightclub, nightclubs, bed and breakfast, b&b, coffee
    shop, coffee shops, food trucks, food truck, resort, resorts, hospitalty, fast food, pizzeria, pizza
    place, gastgewerbe, gastronomie, gastronomia, hotellerie, hoteleria, restauration, ristorante,
    ristorazione, restaurante, restaurantes, restauracja, resturant, resturants, restaurent, guesthouse,
    guest house, inn, lodge, motel, motels, bistro, tavern, caterer, caterers, takeaway, takeaways, take
    away, diner, banqueting, wedding venue, venue, venues, campsite, campsites, camping, spa, spas, ice
    cream parlour, casino, casinos, steakhouse, wine bar
travel: holiday homes, holiday rentals, holiday home, villas, travel, tourism, travel agency, tour
    operator, tours, airline, airlines, aviation, airport, airports, cruises, cruise, leisure, holidays,
    vacation rentals, tourist, touristic, travel tech, business travel, car rental, theme park, tourisme,
    turismo, tourismus, reisen, reisebuero, viajes, viaggi, voyages, turystyka, toerisme, travel agent,
    travel agents, package holidays, safaris, safari, coach tours, sightseeing, destination management,
    visas, airlines company, flights, charter flights, yacht charter, boat rental, ski resort, adventure
    travel
energy: biofuels, biofuel, ethanol, energy, utilities, utility, oil, oil and gas, oil & gas, gas,
    petroleum, solar, solar power, wind, wind power, renewables, renewable energy, electricity, power,
    power plant, power plants, nuclear, mining, water, waste, waste management, recycling, cleantech,
    green energy, clean energy, ev charging, environmental services, coal, hydrogen, energie, energia,
    energia solar, solarenergie, photovoltaik, photovoltaics, pv, solaire, eolien, windkraft, wind
    turbines, wind farms, wind farm, wind energy, stadtwerke, heat pumps, batteries, battery storage,
    biogas, biomass, geothermal, hydro, hydropower, district heating, lng, drilling, offshore, refinery,
    refineries, fuel, fuels, petrol stations, gas stations, water utility, electric utility, grid, smart
    meters, quarry, quarries, solar installations, solar panels, scrap metal, rubbish removal, garbage
    collection
telecoms: telecoms, telecom, telecommunications, telco, telecommunication, mobile operator, mobile
    network, isp, internet provider, internet service provider, broadband, network operator, voip,
    wireless, satellite, telcos, telekom, telekommunikation, telecommunicaties, telecomunicaciones,
    telecomunicazioni, telco company, phone company, cable company, cable tv, fibre, fiber, fibre
    broadband, 5g, mobile phones, mobile carrier, carrier, call routing, data centers, data centres, sms
    gateway, internet service, internet services
agriculture: agriculture, farming, farm, farms, farmer, agri, agtech, agritech, agribusiness, forestry,
    fishing, fisheries, livestock, dairy, dairy farming, crops, horticulture, gardening, winery, wine,
    wineries, vineyard, agricultural, timber, aquaculture, ag, agro, poultry, cattle, agricultre,
    agricultura, agricoltura, landwirtschaft, agricole, rolnictwo, landbouw, lantbruk, grow, growers,
    grower, growing vegetables, vegetables, tomatoes, fruit, fruits, orchard, orchards, greenhouse,
    greenhouses, nursery plants, seeds, fertiliser, fertilizer, feed, grain, wheat, corn, rice farming,
    olive oil, eggs, pigs, cows, sheep, horses, ranch, ranching, honey, salmon farming, fish farm, fish
    farming, plantation, tea plantation, coffee plantation, irrigation, tractors, farm equipment,
    agricultural machines, agricultural machinery, farmers, forestry products
automotive: automotive, car dealership, car dealer, car dealers, dealership, cars, car, auto, autos,
    vehicles, vehicle, car repair, auto repair, garage, motorcycles, auto parts, car parts, oem
    automotive, mobility, electric vehicles, evs, truck dealer, automobile, automobiles, automobil, tires,
    tyres, car wash, bicycles, e-bikes, autmotive, automotor, automotriz, automobile industry, kfz,
    autohaus, werkstatt, concessionnaire, motor trade, used cars, car sales, car parts supplier, auto body
    shop, body shop, mechanics, mot garage, motorbikes, vans, rvs, caravans, car leasing, fleet leasing,
    car manufacturer, car maker, tier 1 supplier, ev startup, charging cables, auto dealer, auto dealers,
    auto dealership, scooters
food & beverage: food & beverage, food and beverage, food, foods, beverage, beverages, drinks, f&b, food
    production, food processing, brewery, breweries, brewing, beer, bakery, bakeries, bread, meat,
    butcher, confectionery, snacks, coffee, tea, food industry, foodtech, chocolate, distillery, spirits,
    frozen food, food manufacturing, food and drink, lebensmittel, alimentaire, agroalimentaire,
    alimentos, alimentacion, alimentari, spozywczy, voedsel, livsmedel, baeckerei, boulangerie, panaderia,
    brauerei, brasserie, craft beer, craft brewery, microbrewery, cider, gin, whisky, whiskey, soft
    drinks, juice, juices, juice maker, water bottling, cheese, cheesemaker, ice cream, sweets, candy,
    cakes, patisserie, pasta, sauces, spices, supplements, pet food, baby food, ready meals, meal kits,
    vegan food, plant based, seafood, fish processing, butchers, roastery, coffee roaster, coffee
    roasters, chocolate factory, sugar, flour, bakers, bake
"""
