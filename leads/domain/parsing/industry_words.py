"""The industries we tell apart, and the words people use for them."""

__all__ = ["INDUSTRY_WORDS"]

INDUSTRY_WORDS = """
software: software, app developer, software developer, software development, saas, it, i.t., information
    technology, tech, technology, it services, it consulting, it support, app development, apps, mobile
    apps, web development, cybersecurity, cyber security, infosec, ai, artificial intelligence, machine
    learning, data analytics, cloud, cloud services, hosting, web hosting, devops, computer games, gaming,
    game development, games, video games, programming, computers, internet, web design, digital products,
    developer tools, msp, managed services, big data, robotics software, sotware, softwear
finance: finance, financial services, financial, fintech, bank, banks, banking, payments, investment,
    investments, investing, asset management, wealth management, private equity, venture capital, vc,
    hedge fund, accounting, accountancy, bookkeeping, tax, taxes, tax advisory, audit, auditing, lending,
    loans, mortgage, mortgages, credit, credit union, crypto, cryptocurrency, blockchain, trading,
    brokerage, stock trading, capital markets, leasing
insurance: insurance, insurances, insurer, insurtech, reinsurance, insurance broker, insurance brokerage,
    assurance, versicherung, insurrance, insurence
healthcare: healthcare, health care, health, medical, medicine, hospital, hospitals, clinic, clinics,
    dental, dentistry, dentist, dentists, nursing, nursing homes, care homes, elderly care, home care,
    physiotherapy, veterinary, vet, vets, healthtech, health tech, medtech, medical devices, medical
    technology, telemedicine, mental health, therapy, doctors, doctor's office, medical practice,
    optician, wellness, fitness, gym, gyms, helthcare, healthcar
pharma: pharma, pharmaceutical, pharmaceuticals, biotech, biotechnology, life sciences, life science, drug
    development, drugs, clinical trials, clinical research, pharmacy, pharmacies, pharmacutical
manufacturing: manufacturing, manufacturer, manufacture, factory, factories, industrial, machinery,
    machines, machine building, mechanical engineering, engineering, electronics, semiconductors,
    semiconductor, chemicals, chemical, steel, metal, metalwork, metal working, plastics, packaging,
    textiles, textile, furniture, furniture making, paper, production, industrial equipment, electrical
    engineering, robotics, automation, tooling, machining, aerospace, aviation manufacturing, defense,
    defence, toys, shipbuilding, 3d printing, hardware, maschinenbau, glass, ceramics, manufaturing,
    manufactoring, industrial automation, medical device manufacturing, welding
retail: retail, retailer, retailing, shop, shops, store, stores, supermarket, supermarkets, grocery,
    groceries, fashion, apparel, clothing, clothes, shoes, footwear, jewelry, jewellery, cosmetics,
    beauty, hair salon, salon, consumer goods, fmcg, cpg, wholesale, wholesaler, trade, boutique,
    bookstore, books, sporting goods, pet shop, florist, flowers, convenience store, department store,
    luxury goods, einzelhandel
e-commerce: e-commerce, ecommerce, e commerce, online shop, online store, online retail, webshop, web
    shop, web store, online sales, online shopping, online retailer, online retailers, dropshipping, drop
    shipping, marketplace, online marketplace, amazon seller, d2c, dtc, shopify store, online business,
    ecomm, e-comerce, ecomerce, e-com, ecom
logistics: logistics, logistic, transport, transportation, trucking, haulage, freight, freight forwarding,
    forwarding, shipping, shipment, supply chain, warehousing, warehouse, warehouses, courier, couriers,
    delivery, parcel, parcels, last mile, 3pl, 4pl, fleet, distribution, distributor, moving company,
    moving, removals, spedition, logisitics, logstics, logistik, rail, railways, ports, cargo, postal
construction: construction, builder, builders, building, contractor, general contractor, civil
    engineering, roofing, plumbing, plumber, plumbers, electrician, electricians, carpentry, architecture,
    architects, architect, hvac, building materials, infrastructure, home improvement, renovation,
    renovations, landscaping, concrete, scaffolding, painting, painters, interior design, interiors,
    heating, surveying, trades, tradesmen, bau, constuction, contruction
real estate: real estate, realestate, property, properties, property management, realtor, realtors, estate
    agent, estate agents, estate agency, letting, lettings, housing, proptech, facility management,
    facilities management, facilities, coworking, co-working, commercial property, property development,
    immobilien, realty, rentals
education: education, educational, edtech, ed tech, e-learning, elearning, school, schools, university,
    universities, college, colleges, training, tutoring, teaching, academia, higher education,
    kindergarten, daycare, childcare, child care, nursery, language school, driving school, coaching
    school, online courses, courses, learning, academic, educaton, corporate training
public sector: public sector, government, govt, public administration, municipality, municipal, city
    council, council, local government, federal, civil service, military, army, police, public service,
    public services, ministry, state agency, fire department, town hall, county, goverment, city
    administration, public authority, embassy
non-profit: non-profit, nonprofit, non profit, not for profit, not-for-profit, charity, charities, ngo,
    ngos, foundation, church, churches, association, associations, social services, social work,
    humanitarian, trade union, union, religious, charitable, social enterprise, aid, community
    organisation, community organization, food bank
media: media, publishing, publisher, newspaper, newspapers, news, magazine, magazines, journalism,
    television, tv, film, films, movies, video, video production, music, entertainment, radio,
    broadcasting, podcasts, podcasting, photography, streaming, printing, print, press, animation, content
    creation, theatre, theater, art, arts, culture, museum, museums, record label, sports, sport
marketing & advertising: marketing & advertising, marketing and advertising, marketing, advertising, ads,
    ad agency, adtech, martech, pr, public relations, branding, digital marketing, digital agency,
    marketing agency, seo, social media, creative agency, design agency, design, graphic design,
    communications, market research, events, event management, event planning, trade shows, promotion,
    lead generation, advertizing, web agency, influencer marketing, copywriting
consulting: consulting, consultancy, consultant, consultants, advisory, management consulting,
    professional services, business services, strategy consulting, business consulting, coaching,
    recruiting, recruitment, staffing, hr, human resources, headhunting, temp agency, outsourcing, bpo,
    call center, call centre, hr services, translation, translations, translation services, consultation,
    personnel services, environmental consulting, engineering consulting
legal: legal, law, law firm, lawyer, lawyers, attorney, attorneys, solicitor, solicitors, legal services,
    legaltech, legal tech, notary, notaries, kanzlei, patents, intellectual property, litigation,
    barristers
hospitality: hospitality, hotel, hotels, hostel, hostels, restaurant, restaurants, cafe, cafes, bar, bars,
    pub, pubs, catering, gastronomy, gastro, horeca, nightclub, nightclubs, bed and breakfast, b&b, coffee
    shop, coffee shops, food trucks, food truck, resort, resorts, hospitalty, fast food, pizzeria, pizza
    place
travel: travel, tourism, travel agency, tour operator, tours, airline, airlines, aviation, airport,
    airports, cruises, cruise, leisure, holidays, vacation rentals, tourist, touristic, travel tech,
    business travel, car rental, theme park
energy: energy, utilities, utility, oil, oil and gas, oil & gas, gas, petroleum, solar, solar power, wind,
    wind power, renewables, renewable energy, electricity, power, power plant, power plants, nuclear,
    mining, water, waste, waste management, recycling, cleantech, green energy, clean energy, ev charging,
    environmental services, coal, hydrogen
telecoms: telecoms, telecom, telecommunications, telco, telecommunication, mobile operator, mobile
    network, isp, internet provider, internet service provider, broadband, network operator, voip,
    wireless, satellite, telcos
agriculture: agriculture, farming, farm, farms, farmer, agri, agtech, agritech, agribusiness, forestry,
    fishing, fisheries, livestock, dairy, dairy farming, crops, horticulture, gardening, winery, wine,
    wineries, vineyard, agricultural, timber, aquaculture, ag, agro, poultry, cattle, agricultre
automotive: automotive, car dealership, car dealer, car dealers, dealership, cars, car, auto, autos,
    vehicles, vehicle, car repair, auto repair, garage, motorcycles, auto parts, car parts, oem
    automotive, mobility, electric vehicles, evs, truck dealer, automobile, automobiles, automobil, tires,
    tyres, car wash, bicycles, e-bikes, autmotive
food & beverage: food & beverage, food and beverage, food, foods, beverage, beverages, drinks, f&b, food
    production, food processing, brewery, breweries, brewing, beer, bakery, bakeries, bread, meat,
    butcher, confectionery, snacks, coffee, tea, food industry, foodtech, chocolate, distillery, spirits,
    frozen food, food manufacturing, food and drink
"""
